/** The board while nothing is before the room: never blank white. */
export function TitleCard({ title, when, sentence }: { title: string; when?: string; sentence: string }) {
  return (
    <main className="board-title-card">
      <h1>{title}</h1>
      {when ? <p>{when}</p> : null}
      <p>{sentence}</p>
    </main>
  );
}

/** The board while nothing is before the room: never blank white. */
export function TitleCard({ title, sentence }: { title: string; sentence: string }) {
  return (
    <main className="board-title-card">
      <h1>{title}</h1>
      <p>{sentence}</p>
    </main>
  );
}

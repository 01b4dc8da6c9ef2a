/** Short words side by side, such as topics. */
export function Chips({ words }: { words: readonly string[] }) {
  return (
    <ul className="chips">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}

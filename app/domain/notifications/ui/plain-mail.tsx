const address = /(https?:\/\/[^\s]+)/;

/** The plain-text half of a mail, with its links made to work. */
export function PlainMail({ text }: { text: string }) {
  return (
    <pre className="mail-text font-sans whitespace-pre-wrap wrap-anywhere max-w-[68ch] border border-line p-4">
      {text.split(address).map((part, at) =>
        address.test(part) ? (
          <a key={at} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}

import { render } from 'preact-render-to-string';

/** A line that stands alone and is numbered heads what follows, as in a mail that tells of several things. */
const isHeading = (paragraph: string) => /^\d+\. .+$/.test(paragraph);

/** The text of a message as paragraphs; addresses in it become links. */
export function MailText({ text }: { text: string }) {
  return (
    <>
      {text.split('\n\n').map((paragraph) => (
        <p>{isHeading(paragraph) ? <strong>{paragraph}</strong> : <Lines of={paragraph} />}</p>
      ))}
    </>
  );
}

const Lines = ({ of }: { of: string }) => (
  <>
    {of.split('\n').map((line, index) => (
      <>
        {index > 0 && <br />}
        <Line text={line} />
      </>
    ))}
  </>
);

/** Only what stands between blanks and begins with http is an address, so nothing a person typed becomes another kind of link. */
function Line({ text }: { text: string }) {
  return (
    <>{text.split(/(?<!\S)(https?:\/\/\S+)/).map((part, index) => (index % 2 ? <a href={part}>{part}</a> : part))}</>
  );
}

/** A message as HTML: the same words as its text, escaped here and nowhere else. */
export function htmlOf(subject: string, text: string): string {
  return `<!DOCTYPE html>${render(
    <html>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{subject}</title>
      </head>
      <body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em">
        <MailText text={text} />
      </body>
    </html>,
  )}`;
}

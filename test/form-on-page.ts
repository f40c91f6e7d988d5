const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** What a browser sends of a form as it stands on its page. */
export function fieldsOf(html: string, id = 'form'): Record<string, string | string[]> {
  const form = new RegExp(`<form[^>]*id="${id}".*?</form>`, 's').exec(html)![0];
  const sent: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    sent[name] = name in sent ? [sent[name]!, value].flat() : value;
  };
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = /\sname="([^"]+)"/.exec(input)?.[1];
    const isLeftOut = /type="(radio|checkbox|file)"/.test(input) && !/ checked/.test(input);
    if (name && !isLeftOut) add(name, unescaped(/\svalue="([^"]*)"/.exec(input)?.[1] ?? ''));
  }
  for (const [select, name] of form.matchAll(/<select[^>]*\sname="([^"]+)".*?<\/select>/gs))
    add(name!, /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '');
  for (const [, name, text] of form.matchAll(/<textarea[^>]*\sname="([^"]+)"[^>]*>(.*?)<\/textarea>/gs))
    add(name!, unescaped(text!));
  return sent;
}

// Reads letters as two mail programs do, mailparser and postal-mime. One letter a line, in base64; one answer a line:
// a list with { reader, name, address, subject, text, html, from, replyTo, automatic } of each.
import { createInterface } from 'node:readline';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

const readers = {
  async mailparser(letter) {
    const { to, from, replyTo, subject, text, html, headers } = await simpleParser(letter, { skipTextToHtml: true, skipTextLinks: true });
    return {
      ...to.value[0], subject, text, html, from: from.value[0], replyTo: replyTo?.value[0], automatic: headers.get('auto-submitted'),
    };
  },

  async 'postal-mime'(letter) {
    const { to, from, replyTo, subject, text, html, headers } = await PostalMime.parse(letter);
    const automatic = headers.find(header => header.key === 'auto-submitted')?.value;
    return { ...to[0], subject, text, html, from, replyTo: replyTo?.[0], automatic };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const letter = Buffer.from(line, 'base64');
  const read = await Promise.all(Object.entries(readers).map(async ([reader, reads]) => ({ reader, ...await reads(letter) })));
  console.log(JSON.stringify(read));
}

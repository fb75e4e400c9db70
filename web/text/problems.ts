// What each problem of a mail means for those who read it, and what helps.

const atLimit =
  'This is a limit of Mailhold, not a mistake of the mail: the octets are kept in full and can be downloaded.'

/** By code. */
export const problemText: Readonly<Record<string, string>> = {
  bareLf:
    'Some servers refuse such lines, since they allow to smuggle a second mail behind the first. Write CRLF at the end of every line, or let the mail library do it.',
  bareCr: 'A lone CR is read as an end of line by some and as a character by others. Write CRLF.',
  nul: 'Many servers refuse or cut a mail at a NUL. Encode the part as base64.',
  lineTooLong:
    'Servers on the way may cut or break the line, which damages HTML and signatures. Encode the part as quoted-printable or base64.',
  header8bit:
    'Readers guess the charset, mostly wrongly. Write the field with encoded words, or send with SMTPUTF8.',
  headerNotUtf8: 'Readers show wrong characters. Write the field as UTF-8 in encoded words.',
  emptyMessage:
    'Nothing came between DATA and the final dot. Look at the Session tab for what the client did.',
  mboxLine:
    'The line “From …” belongs into an mbox file, not into a mail: something sent a piece of a mailbox. Take the line out.',
  badHeaderLine:
    'A field is a name, a colon and a value. Often an empty line is missing, or a value with a line break was put into a field without folding, which can let strangers add fields.',
  noBlankLine: 'Readers may take the text for header fields. Put an empty line between header and text.',
  missingDate:
    'Readers sort the mail to a wrong place, and spam filters count it against you. Add a Date field.',
  missingFrom: 'Nobody can see who wrote it, and most servers refuse it. Add a From field.',
  missingMessageId:
    'Replies cannot be put under it, and spam filters count it against you. Add a Message-ID with a domain of yours.',
  missingSubject: 'The list of every mail program shows an empty line. Give it a subject.',
  missingMimeVersion: 'Strict readers ignore the MIME fields and show raw text. Add MIME-Version: 1.0.',
  missingSender: 'With several authors a Sender field must say who sent it. Add one.',
  repeatedField:
    'Programs disagree about which of them counts, and filters treat it as an attack. Write it once.',
  badDate: 'Readers show no date or a wrong one. Write it as “Sun, 22 Nov 2026 22:00:00 +0100”.',
  badMessageId: 'Threads break. Write <something@your.domain> and nothing else.',
  badAddress:
    'Mail to it bounces, and replies go nowhere. Quote display names that hold commas or dots, and check the address.',
  badEncodedWord: 'Readers show the code instead of the words. Let the mail library write the field.',
  unknownCharset: 'Readers guess and show wrong characters. Write UTF-8 and say so.',
  wrongCharset:
    'Readers show wrong characters. The text was probably written in another charset than the one declared.',
  undeclaredCharset:
    'Without a charset the text is US-ASCII; readers guess. Add charset=utf-8 to the Content-Type.',
  badContentType: 'Readers fall back to plain text. The form is type/subtype; name=value.',
  unknownEncoding: 'Readers cannot decode the part. Use 7bit, 8bit, quoted-printable or base64.',
  multipartEncoding: 'Only the parts inside may be encoded. Use 7bit or 8bit for the multipart itself.',
  eightBitIn7bit: 'Servers may strip the eighth bit. Declare 8bit, or encode the part.',
  badBase64: 'The file arrives damaged or cut. Look for a line that was cut or text that was put into it.',
  badQuotedPrintable: 'Readers show stray = signs. Every = that is meant as such is written =3D.',
  missingBoundary:
    'The parts cannot be found, so readers show the raw text. Add boundary="…" to the Content-Type.',
  unclosedMultipart:
    'The mail may have been cut on its way; strict readers hide the last part. End it with the closing boundary.',
  emptyMultipart:
    'The boundary in the text is another one than the one declared. They must be the same, letter for letter.',
  tooManyParts: atLimit,
  tooDeep: atLimit,
  tooManyHeaders: atLimit,
  fieldTooLong: atLimit,
  tooManyAddresses: atLimit,
  tooManyLinks: atLimit,
  tooManyImages: atLimit,
  textTooLong: atLimit,
  oneClickWithoutHttps:
    'Large mailbox providers demand an https address for one-click unsubscribing. Add one to List-Unsubscribe.',
  badListUnsubscribePost: 'Providers then show no button to unsubscribe. Write exactly that value.',
  notIndexed: 'Reading it took too long or failed. Source, Headers and the download work all the same.',
  tooManyProblems: atLimit,
}

export const problemsText = {
  none: 'No problems found',
  noneHint: 'Header fields, MIME structure, encodings and line ends are as the standards say.',
  severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  /** a part goes by its path, everything else by the name of its field */
  where: (place: string) => (/^\d+(?:\.\d+)*$/.test(place) ? `Part ${place}` : place),
  readRule: (rule: string) => `Read ${rule}`,
}

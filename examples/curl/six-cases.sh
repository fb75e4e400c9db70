#!/bin/sh
# Six cases with curl alone. `mailhold run` gives MAILHOLD_URL, and SMTP_HOST and SMTP_PORT for the shop.
set -eu

folder=$(mktemp -d)
mkfifo "$folder/site"
shop > "$folder/site" &
shop=$!
trap 'kill $shop; rm -r "$folder"' EXIT
read -r site < "$folder/site"

post() { curl -sS --fail -o "$folder/page" --data-urlencode "address=$2" "$site/$1"; }
# waits until the criteria are met: answers with what was found, or with the story of why nothing was
met() {
  for criterion in "$@"; do set -- "$@" --data-urlencode "$criterion"; shift; done
  curl -sS --fail-with-body -G -H 'Accept: text/plain' -d "inbox=$inbox" -d timeout=4s "$@" "$MAILHOLD_URL/v1/wait"
}
not_ok() { echo "not ok: $case: $*" >&2; exit 1; }
# one value of the mail that is waited for
value() { found=$(met "print=$1" "$2" ${3+"$3"}) || not_ok "$found"; echo "$found"; }
new_inbox() { inbox="w0-$(od -An -N4 -tx1 /dev/urandom | tr -d ' ')"; ada="ada@$inbox.mailhold.test"; }
holds() { if "$@"; then echo "ok: $case"; else not_ok "$*"; fi; }

case='a sign-up sends a link'
new_inbox
post sign-up "$ada"
link=$(value link:Confirm "subject=Confirm your address" "to=$ada")
holds curl -sS --fail -o "$folder/page" "$link"

case='a second request sends another code'
new_inbox
post sign-in "$ada"
first=$(value code "subject=Your sign-in code")
after=$(value cursor "subject=Your sign-in code")
post sign-in "$ada"
second=$(value code "subject=Your sign-in code" "after=$after")
holds [ "$first" != "$second" ]

case='a forgotten password is chosen anew'
new_inbox
post sign-up "$ada"
post reset "$ada"
link=$(value 'link:Choose a new password' 'subject=Reset your password')
holds curl -sS --fail -o "$folder/page" "$link"

case='an unknown address gets no mail'
new_inbox
post reset "$ada"
holds met 'count=0' 'settle=500ms'

case='an order comes with its invoice'
new_inbox
post order "$ada"
id=$(value id 'attachment=invoice-*.pdf')
curl -sS --fail -o "$folder/invoice.pdf" "$MAILHOLD_URL/v1/messages/$id/parts/2"
holds [ "$(head -c 5 "$folder/invoice.pdf")" = '%PDF-' ]

case='the lessons come in order'
new_inbox
post course "$ada"
holds curl -sS --fail-with-body -o "$folder/verdict" -H 'Content-Type: application/json' -d '{
  "inbox": "'"$inbox"'", "timeout": "4s", "order": "strict", "expectations": [
    { "match": { "subject": "1/5 Welcome" } },
    { "match": { "subject": "2/5 Your first bread" } },
    { "match": { "subject": "3/5 Sourdough" } },
    { "match": { "subject": "4/5 Rye" } },
    { "match": { "subject": "5/5 Your certificate" } }
  ] }' "$MAILHOLD_URL/v1/assert"

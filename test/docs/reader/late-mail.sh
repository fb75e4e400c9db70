#!/bin/sh
# What happens when a test waits for "confirm" and the app, a little later, sends "Confirm" instead.
(
  sleep 3
  printf 'From: app@example.com\r\nTo: ada@w1.mailhold.test\r\nSubject: Confirm\r\n\r\nHello.\r\n' |
    curl --silent --show-error --url "smtp://$SMTP_HOST:$SMTP_PORT" --mail-from app@example.com --mail-rcpt ada@w1.mailhold.test -T -
) &
exec mailhold wait --inbox w1 --timeout 6s subject=confirm

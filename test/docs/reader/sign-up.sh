#!/bin/sh
# What a reader's app does when somebody signs up: it sends a mail to SMTP_HOST and SMTP_PORT.
set -e
mail='From: app@example.com\r\nTo: ada@example.com\r\nSubject: Confirm your address\r\nContent-Type: text/html\r\n\r\n'
mail="$mail"'<p>Your code is 482913.</p><p><a href="https://app.example/confirm?t=1">Confirm</a></p>\r\n'
printf "$mail" | curl --silent --show-error --url "smtp://$SMTP_HOST:$SMTP_PORT" \
  --mail-from app@example.com --mail-rcpt ada@example.com --mail-rcpt ada@w1.mailhold.test -T -

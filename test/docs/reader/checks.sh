#!/bin/sh
# A reader's own checks; they want to be told where mail goes.
test -n "$SMTP_HOST$APP_MAIL"

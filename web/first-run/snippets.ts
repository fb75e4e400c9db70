// How to point an app here, by framework. Pure. Any user name and password do; none is needed.

export interface Server {
  readonly host: string
  readonly port: number
  /** of this page */
  readonly url: string
}

export interface FrameworkSnippet {
  readonly name: string
  readonly write: (server: Server) => string
}

export const frameworks: readonly FrameworkSnippet[] = [
  {
    name: 'Nodemailer',
    write: ({ host, port }) => `const transport = nodemailer.createTransport({
  host: '${host}',
  port: ${port},
  secure: false,
})
`,
  },
  {
    name: 'Rails',
    write: ({ host, port }) => `# config/environments/development.rb
config.action_mailer.delivery_method = :smtp
config.action_mailer.smtp_settings = { address: "${host}", port: ${port} }
`,
  },
  {
    name: 'Django',
    write: ({ host, port }) => `# settings.py
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "${host}"
EMAIL_PORT = ${port}
`,
  },
  {
    name: 'Laravel',
    write: ({ host, port }) => `# .env
MAIL_MAILER=smtp
MAIL_HOST=${host}
MAIL_PORT=${port}
MAIL_USERNAME=null
MAIL_PASSWORD=null
`,
  },
  {
    name: 'Spring',
    write: ({ host, port }) => `# application.properties
spring.mail.host=${host}
spring.mail.port=${port}
`,
  },
  {
    name: '.NET',
    write: ({ host, port }) => `using var client = new MailKit.Net.Smtp.SmtpClient();
await client.ConnectAsync("${host}", ${port}, MailKit.Security.SecureSocketOptions.None);
`,
  },
  {
    name: 'PHP mail()',
    write: ({ url }) => `; php.ini
sendmail_path = "mailhold send --url ${url} -t -i"
`,
  },
  {
    name: 'Go',
    write: ({ host, port }) => `err := smtp.SendMail("${host}:${port}", nil, from, []string{to}, message)
`,
  },
  {
    name: 'Python',
    write: ({ host, port }) => `import smtplib

with smtplib.SMTP("${host}", ${port}) as smtp:
    smtp.send_message(message)
`,
  },
  {
    name: 'Plain SMTP',
    write: ({
      host,
      port,
    }) => `curl smtp://${host}:${port} --mail-from app@example.com --mail-rcpt ada@example.com -T - <<'END'
From: app@example.com
To: ada@example.com
Subject: First mail

Hello.
END
`,
  },
]

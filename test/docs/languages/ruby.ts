import { beforeTo, behindTo, type Language } from './language.js'

export const ruby: Language = {
  name: 'ruby',
  files: ['spec/support/inbox.rb', 'spec/sign_up_spec.rb'],
  app: {
    'app.rb': `require "net/http"

def sign_up(to)
  body = '${beforeTo}' + to + '${behindTo}'
  Net::HTTP.post(URI(ENV["MAILHOLD_URL"] + "/v1/messages"), body, { "Content-Type" => "application/json" })
end
`,
  },
  runner: { program: 'rspec', command: 'rspec -r ./app.rb' },
  alone: {
    program: 'ruby',
    command: 'ruby -c spec/sign_up_spec.rb >&2 && ruby alone.rb',
    files: {
      'alone.rb': `require_relative "app"
require_relative "spec/support/inbox"

inbox = Inbox.new
sign_up(inbox.address("ada"))
wanted = ARGV[0] == "met" ? { "subject.contains" => "Confirm", print: "code" } : { subject: "confirm", timeout: "0s" }
print inbox.wait(wanted)
`,
    },
  },
}

import { beforeTo, behindTo, type Language } from './language.js'

export const python: Language = {
  name: 'python',
  files: ['conftest.py', 'test_sign_up.py'],
  app: {
    'app.py': `import os
from urllib.request import Request, urlopen

def sign_up(to):
    body = ('${beforeTo}' + to + '${behindTo}').encode()
    urlopen(Request(os.environ["MAILHOLD_URL"] + "/v1/messages", body, {"Content-Type": "application/json"}))
`,
  },
  runner: { program: 'pytest', command: 'pytest -q' },
  alone: {
    program: 'pytest',
    // as a test, for pytest may belong to another Python than the first one in the path
    command: `sh -c 'WANTED=$1 pytest -q -s alone.py' --`,
    files: {
      'alone.py': `import os
from app import sign_up

def test_alone(inbox):
    sign_up(inbox.address("ada"))
    met = os.environ["WANTED"] == "met"
    wanted = {"subject.contains": "Confirm", "print": "code"} if met else {"subject": "confirm", "timeout": "0s"}
    print(inbox.wait(**wanted))
`,
    },
  },
}

import { beforeTo, behindTo, type Language } from './language.js'

export const go: Language = {
  // not go, which is where Go keeps its own below the home folder
  name: 'golang',
  files: ['inbox_test.go', 'signup_test.go'],
  app: {
    'go.mod': 'module signup\n\ngo 1.19\n',
    'app.go': `package signup

import (
	"net/http"
	"os"
	"strings"
)

func signUp(to string) {
	body := strings.NewReader(${JSON.stringify(beforeTo)} + to + ${JSON.stringify(behindTo)})
	http.Post(os.Getenv("MAILHOLD_URL")+"/v1/messages", "application/json", body)
}
`,
  },
  runner: { program: 'go', command: 'go vet . && go test -run TestWhoSignsUp .' },
  alone: {
    program: 'go',
    command: 'go test -v -run TestAlone . -args',
    files: {
      'alone_test.go': `package signup

import (
	"fmt"
	"net/url"
	"os"
	"testing"
)

func TestAlone(t *testing.T) {
	in := newInbox()
	signUp(in.address("ada"))
	wanted := url.Values{"subject": {"confirm"}, "timeout": {"0s"}}
	if os.Args[len(os.Args)-1] == "met" {
		wanted = url.Values{"subject.contains": {"Confirm"}, "print": {"code"}}
	}
	fmt.Print(in.wait(t, wanted))
}
`,
    },
  },
}

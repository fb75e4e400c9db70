import { beforeTo, behindTo, type Language } from './language.js'

export const java: Language = {
  name: 'java',
  files: ['Inbox.java', 'SignUpTest.java'],
  app: {
    'App.java': `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

final class App {
    static void signUp(String to) throws Exception {
        var body = HttpRequest.BodyPublishers.ofString(${JSON.stringify(beforeTo)} + to + ${JSON.stringify(behindTo)});
        var url = URI.create(System.getenv("MAILHOLD_URL") + "/v1/messages");
        var request = HttpRequest.newBuilder(url).header("Content-Type", "application/json").POST(body).build();
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
`,
  },
  alone: {
    program: 'javac',
    command: 'javac App.java Inbox.java SignUpTest.java Alone.java && java Alone',
    // JUnit is no program of its own; what the page's test names of it is enough to compile that
    files: {
      'org/junit/jupiter/api/Test.java': 'package org.junit.jupiter.api;\npublic @interface Test {}\n',
      'org/junit/jupiter/api/Assertions.java': `package org.junit.jupiter.api;
public class Assertions {
    public static void assertEquals(Object expected, Object actual) {}
}
`,
      'Alone.java': `final class Alone {
    public static void main(String[] words) throws Exception {
        var inbox = new Inbox();
        App.signUp(inbox.address("ada"));
        var met = words[0].equals("met");
        System.out.print(inbox.waitFor(met ? "subject.contains=Confirm&print=code" : "subject=confirm&timeout=0s"));
    }
}
`,
    },
  },
}

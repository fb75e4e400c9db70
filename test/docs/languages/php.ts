import { beforeTo, behindTo, type Language } from './language.js'

export const php: Language = {
  name: 'php',
  files: ['tests/WaitsForMail.php', 'tests/SignUpTest.php'],
  app: {
    'app.php': `<?php
function sign_up(string $to): void {
  $http = ['method' => 'POST', 'header' => 'Content-Type: application/json', 'content' => '${beforeTo}' . $to . '${behindTo}'];
  file_get_contents(getenv('MAILHOLD_URL') . '/v1/messages', false, stream_context_create(['http' => $http]));
}
`,
  },
  runner: { program: 'phpunit', command: 'phpunit --bootstrap app.php tests' },
  alone: {
    program: 'php',
    command: 'php -l tests/SignUpTest.php >&2 && php alone.php',
    files: {
      'alone.php': `<?php
require 'app.php';
require 'tests/WaitsForMail.php';
final class Alone {
  use WaitsForMail;
  function fail(string $text): never { fwrite(STDERR, $text); exit(1); }
  function run(bool $met): void {
    sign_up($this->mailAddress('ada'));
    $wanted = $met ? ['subject.contains' => 'Confirm', 'print' => 'code'] : ['subject' => 'confirm', 'timeout' => '0s'];
    echo $this->waitForMail($wanted);
  }
}
(new Alone)->run($argv[1] === 'met');
`,
    },
  },
}

// The words around one-time codes, and the words around numbers that are none.

const words = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .join('|')

/** Phrases that only stand beside a code to be typed. A blank also matches a line break or hyphen. */
const strong = words(`
  (?:verification|security|confirmation|authentication|authori[sz]ation|log-?in|sign-?in|sign-?up|access|activation|one[ -]time|single[ -]use|two[ -]factor|2fa|mfa|recovery|reset|validation|unlock|temporary|email) (?:pass)?(?:code|pin|passcode|key)
  one[ -]time (?:pass(?:word|code)|pin)
  (?:otp|passcode|2fa|m?tan)
  (?:bestätigungs|sicherheits|verifizierungs|verifikations|zugangs|einmal|anmelde|aktivierungs|freischalt|authentifizierungs|login|registrierungs|prüf)-?(?:code|pin|passwort|kennwort)
  code (?:de |d['’]|à |temporaire )(?:vérification|confirmation|sécurité|validation|connexion|authentification|activation|accès|usage unique)
  mot de passe (?:à usage unique|temporaire)
  código (?:de )?(?:verificación|seguridad|confirmación|acceso|activación|autenticación|un solo uso|verificação|segurança|confirmação|acesso|ativação|uso único)
  (?:contraseña|clave|senha) (?:de un solo uso|temporal|dinámica|de uso único|temporária)
  codice (?:di )?(?:verifica|sicurezza|conferma|accesso|attivazione|otp|monouso|temporaneo)
  (?:verificatie|bevestigings|beveiligings|inlog|toegangs|activerings|activatie)code
  kod (?:weryfikacyjny|potwierdzający|potwierdzenia|dostępu|aktywacyjny|bezpieczeństwa|jednorazowy|logowania)
  (?:verifierings|verifikations|bekräftelse|bekræftelses|bekreftelses|säkerhets|sikkerheds|sikkerhets|engångs|engangs|inloggnings|verifiserings)kode?n?
  (?:vahvistus|turva|kertakäyttö)koodi
  (?:ověřovací|ověrovací|potvrzovací|bezpečnostní|overovací|ellenőrző|megerősítő) kód
  (?:doğrulama|onay|güvenlik|giriş|aktivasyon) kodu\\p{L}{0,6}
  cod(?:ul)? (?:de )?(?:verificare|confirmare|securitate)
  kode (?:verifikasi|otp|keamanan)
  mã (?:xác minh|xác nhận|xác thực|otp)
  (?:проверочный|одноразовый) (?:код|пароль)
  код (?:подтверждения|проверки|безопасности|доступа|активации|підтвердження|перевірки|верификации)
  κωδικός (?:επαλήθευσης|επιβεβαίωσης|μίας χρήσης)
  認証(?:コード|番号)
  (?:確認|検証|セキュリティ)(?:コード|番号)
  ワンタイム(?:パスワード|コード)
  暗証番号
  (?:验证|驗證|校验|動態|动态|安全|确认|確認)[码碼]
  一次性(?:密码|密碼|验证码)
  (?:인증|확인|보안) ?(?:번호|코드)
  (?:सत्यापन|पुष्टि) कोड
  ओटीपी
  (?:رمز|كود) (?:التحقق|التأكيد|الأمان|الدخول)
  קוד (?:אימות|האימות)
  รหัส(?:ยืนยัน|otp)
`)

/** Words that stand beside codes and beside much else. */
const weak = words(`
  codes?
  pin
  código
  codice
  kode?n?
  kodu\\p{L}{0,6}
  kód
  koodi
  код
  κωδικός
  コード
  코드
  代码
  رمز
  קוד
`)

/** Phrases around numbers that nobody is asked to type. */
const other = words(`
  (?:zip|postal|post|area|country|dial(?:l?ing)?|promo(?:tion(?:al)?)?|coupon|discount|voucher|gift(?: ?card)?|referral|qr|bar|error|status|source|swift|bic|bank|sort|dress|offer|rabatt|gutschein|aktions|produkt|product|item|artikel|company|tax|colou?r|hex|iban|tracking|order|booking|ticket|kortings|actie|rabat|réduction|exit|reason)[ -]?(?:code|kode?)
  (?:code|código|codice|kod) (?:promo|postal|postale|pocztowy|rabatowy|de réduction|descuento|de descuento|sconto)
  (?:order|invoice|booking|reservation|reference|ref|ticket|case|tracking|shipment|parcel|customer|client|account|member(?:ship)?|policy|contract|transaction|confirmation|receipt|serial|model|part|sku|flight|gate|seat|room|phone|telephone|mobile|tel|fax|call|p\\.?o\\.? box|vat|reg(?:istration)?) ?(?:no|nr|num|number|id|#)?
  (?:bestell|auftrags|rechnungs|kunden|vorgangs|sendungs|telefon|artikel|konto|vertrags|buchungs|referenz|ticket|steuer|handelsregister)(?:nummer|-?nr|nr)
  (?:bestellung|auftrag|rechnung|commande|facture|téléphone|pedido|factura|teléfono|fattura|ordine|telefono|telefone|fatura|bestelling|factuur|zamówieni[ea]|faktur[ay]|telefonu|beställning|ordre|objednávk[ay]|sipariş|заказ[а-я]*|счет|телефон|замовлення)
  (?:注文|電話|郵便|お問い合わせ|订单|訂單|电话|電話|订单|주문|전화|우편)(?:番号|号码|號碼|编号|編號|번호)?
  (?:copyright|established|since|seit|©)
`)

const blanks = '[\\s\\u00a0-]{1,3}'
const pattern = (source: string) => source.replaceAll(' ?', '\\s?').replace(/(?<!\[) (?![?\]-])/g, blanks)

/** Group 1: another number's word; group 2: a strong phrase; group 3: a weak word. */
export const codeWords = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:(${pattern(other)})|(${pattern(strong)})|(${pattern(weak)}))(?![\\p{Ll}\\p{Lu}\\p{N}_])|(?<=[\\p{Lo}])(?:()(${words(`
  認証(?:コード|番号)
  验证码
  驗證碼
  校验码
  인증번호
`)}))`,
  'giu',
)

/** Before a code that is to be typed in. */
export const typeIn =
  /(?:\b(?:enter|type|input|use|eingeben|geben sie|saisissez|entrez|introduce|ingresa|inserisci|digite|insira|voer|wpisz|ange|indtast)|введите|输入|入力|입력)[\s:："'“„«]*$/iu

/** Around codes that give a discount. */
export const bargain =
  /\b(?:checkout|discount|off|save|sale|coupon|promo\p{L}*|voucher|rabatt|gutschein|sparen|réduction|remise|descuento|sconto|korting|rabat|desconto)\b|\d\s?%/iu

/** What may stand between a word and its code, as in `Your code is: 123456`. */
export const linkBefore =
  /^[\s:：=.,>*"'“”„«»()[\]–—-]*(?:(?:is|are|ist|lautet|est|es|é|è|jest|to|är|er|on|je|este|adalah|là|是|为|為|は|は、|です|입니다|는|은|-)(?=[\s:：]|$))?[\s:：=>*"'“”„«»([–—-]*$/iu

/** What may stand between a code and its word, as in `123456 is your verification code`. */
export const linkAfter =
  /^[\s"'”»)\]*]*(?:is|ist|est|es|é|è|jest|är|er|on|je|este|adalah|là|as|als|come|como|comme|[-–—:]|是|为|為|が|は|—)\s*.{0,40}$/isu

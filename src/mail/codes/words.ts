// The words around one-time codes, as stems so that they are known in all their forms, and the words around numbers that are none.

const anyOf = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .join('|')

/** What is typed in, in its many languages; sticky. Group 1 needs a word of `purposes` beside it, group 2 one of `onceOnly`. */
export const headStems = new RegExp(
  anyOf(`
    passcode|cod(?:es?|ul)(?![\\p{L}])|code|c[oó]digo|codice|kod|kód|koodi
    \\b(?:otp|pin|mtan|tan|2fa)\\b
    κωδικ|код|コード|코드|कोड|ओटीपी|رمز|كود|קוד|รหัส|\\bmã(?!\\p{L})|(?!密)\\p{Script=Han}[码碼]
    ((?:認証|確認|検証|暗証)番号|(?:인증|확인|보안) ?번호|\\bkeys?\\b)
    (pass(?:word|ort|wort|ord)|kennwort|mot de passe|contraseña|clave|senha|token|şifre|hasło|парол|parola|heslo|kata sandi|パスワード|密[码碼]|비밀번호|jelszó)
  `),
  'iuy',
)

/** Where a stem may begin: a look that costs little, since every mail is searched and few speak of codes. */
export const stemStarts =
  /code|c[oó]d[eiu]|k[oó]o?d|otp|pin|tan|2fa|κωδικ|код|コード|코드|कोड|ओटी|رمز|كود|קוד|รหัส|mã|[\u3400-\u9fff][码碼]|認証|確認|検証|暗証|인증|확인|보안|key|pass|kennw|mot de|contras|clave|senha|token|şifre|hasło|парол|parola|heslo|kata san|パスワ|비밀|jelsz/gi

/** Beside a head: what a code to be typed is for. */
export const purposes = new RegExp(
  anyOf(`
    verif|vérif|weryfik|überprüf|prüf|bestätig|confirm|conferm|bevestig|bekræft|bekräft|bekreft|potwierdz|potvr[dz]|megerős|ellenőr|vahvist|onay|doğrula|ověř|overova
    secur|sécur|segur|sicher|sicurezza|säkerh|sikkerh|turva|biztons|bezpe[cč]|bezpiecz|güven|beveilig|keamanan
    auth|autent|autori[sz]|autorizac|approv|validat|validac|validaç|freischalt|recover|reset|unlock|restablec|réinitialis|zurücksetz
    log-?in|log in|logg|logow|logga|inlog|anmeld|zugang|acces[so]?|accès|acesso|toegang|dostęp|adgang|åtkomst|connexion|sign[ -]?(?:in|up|on)|iniciar|inicio de ses
    kirjaut|giriş|belép|přihl|prihlas|masuk|registr|launch
    one[ -]?time|single[ -]?use|einmal|usage unique|un solo uso|uso único|monouso|eenmalig|jednoraz|jednoráz|egyszer|engang|engång|kertakäyt|tek kullan
    tempor|dynami|two[ -]?(?:factor|step)|\\b[2m]fa\\b|\\botp\\b|activ?at|activac|ativaç|attivaz|aktiv|aktyw
    подтвержд|підтвердж|проверк|проверочн|перевірк|верифік|верифик|безопас|безпек|доступ|вход|вхід|входу|одноразов|активац
    επαλήθευ|επιβεβαί|ασφαλ|σύνδεσ|μίας χρήσης
    認証|確認|検証|セキュリティ|ログイン|ワンタイム|验证|驗證|校验|校驗|动态|動態|安全|确认|登录|登入|一次性
    인증|확인|보안|로그인|일회용|सत्यापन|पुष्टि|تحقق|تأكيد|الأمان|دخول|אימות|כניסה|התחבר|ยืนยัน|xác minh|xác nhận|xác thực|đăng nhập
  `),
  'iu',
)

/** Beside a head: it is given out for one use, so that even a password is one to type now. */
export const onceOnly = new RegExp(
  anyOf(`
    einmal|one[ -]?time|single[ -]?use|usage unique|temporair|temporal|temporary|temporár|temporäre|un solo uso|uso único|monouso|dinámica
    jednoraz|jednoráz|egyszer|engang|engång|eenmalig|kertakäyt|tek kullan|unică folosință|одноразов|动态|動態|一次性|ワンタイム|일회용|acces[so]
  `),
  'iu',
)

/** Beside a head: a code that is no secret, or that nobody types to prove who they are. */
export const otherPurposes = new RegExp(
  anyOf(`
    promo|discount|coupon|voucher|gift|referral|offer|loyalty|rabat|gutschein|aktions|korting|(?<!\\p{L})actie|descuento|cup[oó]n|cupom|desconto|sconto
    réduction|remise|avantage|parrainage|slev|alennus|indirim|kupon|скидк|промо|знижк|купон|クーポン|割引|优惠|優惠|折扣|쿠폰|할인|خصم|قسيمة|קופון|הנחה|कूपन|छूट
    (?<!\\p{L})(?:zip|post|area|dial|tax|vat|items?|dress|class|course)|pocztow|郵便|邮政|郵遞|우편|بريد|पिन|מיקוד|country|phone|vorwahl|airport|region|language
    bank|banque|guichet|swift|\\bbic\\b|iban|směrovac|\\bsort\\b|merchant|category|\\bmcc\\b|currency
    error|\\berr\\b|status|exit|return|ошибк|помилк|fehler|erreur|source|exec|исходн|qr|bar(?=code)|conduct|colou?r|farb|\\bhex
    product|produkt|artik|model|sku|serial|fiscal|steuer|employer|order|booking|buchung|reserv|bestell
    track|trace|seguim|rastre|suivi|spedizion|seuranta|kargo|отслеж|追跡|運単|운송|client|customer|kunden|company|program|[号號维維条條形][码碼]|商品|产品|產品|製品|会員|店舗|상품|회원
  `),
  'iu',
)

/** Words of nothing that may stand before a head: `your code`, `this code`. */
export const plainBefore =
  /^(?:your|you|the|this|that|a|an|our|following|below|new|is|as|[0-9]+-digit|der|den|die|dein|deine|ihr|ihre|ihren|folgenden|le|ce|votre|ton|el|este|tu|su|il|il|tuo|suo|seu|sua|o|a|je|uw|de|deze|din|ditt|den|twój|ten|váš|ваш|твой|este|adalah|with|use|enter|mit|avec|con|com)$/iu

/** What a mail around a code says about it: type it, soon, and tell nobody. */
export const evidence = new RegExp(
  anyOf(`
    \\b(?:enter|type|paste|input)\\b|sign(?:ing)?[ -]?in|log(?:ging)?[ -]?in|verif|expires? in|valid for|(?:not|never|n.t) share|(?:not|n.t) (?:request|ask)
    eingeben|geben sie|gib |gültig|verfällt|anmeld|saisi|entrez|tapez|expire|connect|introdu|caduca|vence|compart|ingres[ae]|escrib[ae]|digit[ae]|inserisci|scade|accedi|expira|insira|digite
    geldig|vervalt|vul de|gebruik|wpisz|wygaś|zalogow|gäller|giltig|indtast|gælder|ikke del|voimassa|platí|érvény|expiră|ισχύει|geçerli|paylaş
    введите|никому|действ|введіть|入力|有効|输入|輸入|有效|泄露|失效|입력|유효|صالح|أدخل|תקף|הזן|साझा|ใช้ได้|hiệu lực|berlaku|jangan
  `),
  'iu',
)

const owners = anyOf(`
  order|invoice|booking|reservation|reference|ref|ticket|case|tracking|shipment|parcel|customer|client|account|membership|policy|contract|transaction|receipt
  serial|model|part|sku|flight|gate|seat|room|extension|meeting|phone|telephone|mobile|tel|fax|call|box|vat|registration|request|build|version|number|suite|hotline
  confirmation (?:number|no|nr)|file|branch|article|version|ends in|ending|ending in|endend(?: auf)?|endet auf|terminada en|terminant par|se terminant par|che termina con|termina in
  \\p{L}{0,24}(?:nummer|nummern|numero|numéro|número|numara|numarası|szám|číslo|číslem|numer|номер|nr|ordre)
  (?:bestell|auftrag|rechnung|vorgang|konto|vertrag|buchung|steuer|fall|raum|stand|telefon)\\p{L}{0,12}
  commande|facture|téléphone|tél|pedido|factura|teléfono|fattura|ordine|telefono|telefone|fatura|protocolo|bestelling|factuur|postcode|postleitzahl|plz|cap|cep|psč|postnummer|postinumero
  zamówieni[ea]|faktur[ay]|beställning|objednávk[ay]|tilau\\p{L}{0,6}|sipariş|comanda|kundenummer|pesanan|đơn hàng|παραγγελία
  заказ\\p{L}{0,4}|сч[её]т|телефон|замовлення|индекс|індекс|инн|тел
  (?:رقم|מספר|संख्या|หมายเลข)(?:\\s\\p{L}{1,16}){0,2}|หมายเลข[\\p{L}\\p{M}]{0,24}|\\p{L}{1,12} संख्या
  copyright|established|since|seit|depuis|from|©
`)

/** A number's owner right before it, as in `Order no. 4471`. */
export const ownedBefore = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\b(?:in|on|to|into|at) (?:the|your|our) )(?:${owners})[\\s:：#.°()]{0,4}(?:(?:number|no|nr|n|num|id|ref|№|in|is|auf)[\\s:：#.°]{1,4}){0,2}$|(?<!認証|確認|検証|暗証|인증|확인|보안)(?:番号|번호|号码|號碼|編號|编号|[单單案]?[号號]|尾[号號])[\\s:：は는은]{0,3}$`,
  'iu',
)

/** Before a code that is to be typed in. */
export const typeIn =
  /(?:\b(?:enter|type|input|use|eingeben|geben sie|gib|saisissez|entrez|tapez|introdu(?:ce|zca|za)|ingres[ae]|escrib[ae]|teclee?|inserisci|inserire|digit[ae]|insira|voer|vul|typ|wpisz|podaj|ange|skriv|indtast|zadejte|girin|introduceți|masukkan|nhập)(?: (?:bitte|please|por favor|koden?|kodea?))?|введите|введіть|输入|輸入|入力|입력)[\s:："'“„«]*$/iu

/** Around codes that give a discount. */
export const bargain =
  /\b(?:checkout|discount|off|save|sale|coupon|promo\p{L}*|voucher|rabatt|gutschein|sparen|réduction|remise|descuento|sconto|korting|rabat|desconto)\b|\d\s?%/iu

/** What may stand between a word and its code, as in `Your code is: 123456`. */
export const linkBefore =
  /^[\s:：=.,>*"'“”„«»()[\]–—-]*(?:(?:is|are|ist|lautet|est|es|é|è|jest|to|är|er|on|je|este|είναι|adalah|là|คือ|है|هو|הוא|是|为|為|は|は、|です|입니다|는|은|-)(?=[\s:：]|$))?[\s:：=>*"'“”„«»([–—-]*$/iu

/** What may stand between a code and its word, as in `123456 is your verification code`. */
export const linkAfter =
  /^[\s"'”»)\]*]*(?:is|ist|est|es|é|è|jest|är|er|on|je|este|adalah|là|as|als|come|como|comme|[-–—:(（]|是|为|為|が|は|—)\s*.{0,40}$/isu

// Mails with a code to type, in languages of Asia and the Middle East.

import { type CodeFixture, page } from './fixture.js'

export const asianCodes: readonly CodeFixture[] = [
  {
    language: 'ja',
    subject: '【サンプル】認証コードのお知らせ',
    html: page(
      '<p>エイダ 様</p><p>ログインするには、以下の認証コードを入力してください。</p><p class="code">804 172</p><p>有効期限は10分です。</p>',
      '〒100-0001 東京都千代田区1-1-1 電話 03-1234-5678 注文番号 250-1122334-5566778',
    ),
    code: '804172',
  },
  {
    language: 'ja',
    subject: '確認コード:55120',
    text: '件名の確認コードをアプリに入力してください。このメールは2026年11月22日に送信されました。',
    code: '55120',
  },
  {
    language: 'ja',
    subject: 'ワンタイムパスワードのご連絡',
    text: 'ワンタイムパスワードは次のとおりです。\n\n90417733\n\nお取引金額 12,800円 受付番号 20261122001',
    code: '90417733',
  },
  {
    language: 'zh',
    subject: '登录验证码',
    text: '【示例】您的验证码为 620451,5分钟内有效,请勿泄露。客服电话 400-123-4567,订单号 2026112200881。',
    code: '620451',
  },
  {
    language: 'zh',
    subject: '示例帳戶安全驗證',
    html: page(
      '<p>您好,</p><p>請輸入以下驗證碼以完成登入:</p><p class="code">339 812</p><p>驗證碼將於 10 分鐘後失效。</p>',
      '台北市信義區 110 統一編號 12345678',
    ),
    code: '339812',
  },
  {
    language: 'zh',
    subject: '8842(动态密码)',
    text: '8842 是您的动态密码,用于支付 ¥1280.00。尾号 4471 的卡。',
    code: '8842',
  },
  {
    language: 'ko',
    subject: '[예시] 이메일 인증번호 안내',
    html: page(
      '<p>안녕하세요, 에이다 님.</p><p>아래 인증번호를 입력해 주세요.</p><p class="code">481920</p><p>유효 시간은 10분입니다.</p>',
      '서울특별시 강남구 06236, 사업자등록번호 123-45-67890, 고객센터 1588-1234',
    ),
    code: '481920',
  },
  {
    language: 'ko',
    subject: '로그인 코드',
    text: '로그인 코드: 7714\n주문번호 20261122-0048812',
    code: '7714',
  },
  {
    language: 'ar',
    subject: 'رمز التحقق',
    text: 'مرحبا آدا،\nرمز التحقق الخاص بك هو 509317. صالح لمدة 10 دقائق.\nرقم الطلب 4471982',
    code: '509317',
  },
  {
    language: 'he',
    subject: 'קוד אימות',
    text: 'שלום עדה,\nקוד האימות שלך הוא 661820. הקוד תקף ל-10 דקות.\nמספר הזמנה 4471982',
    code: '661820',
  },
  {
    language: 'hi',
    subject: 'आपका OTP',
    text: 'आपका ओटीपी 447120 है। इसे किसी के साथ साझा न करें। ऑर्डर संख्या 88123455।',
    code: '447120',
  },
  {
    language: 'th',
    subject: 'รหัสยืนยันของคุณ',
    text: 'รหัสยืนยันของคุณคือ 730951 ใช้ได้ภายใน 10 นาที หมายเลขคำสั่งซื้อ 4471982',
    code: '730951',
  },
  {
    language: 'vi',
    subject: 'Mã xác minh của bạn',
    text: 'Xin chào Ada,\nMã xác minh của bạn là 205518. Mã có hiệu lực trong 10 phút. Đơn hàng 4471982.',
    code: '205518',
  },
  {
    language: 'id',
    subject: 'Kode verifikasi',
    text: 'Kode verifikasi Anda: 883 014. Jangan berikan kode ini kepada siapa pun. Pesanan 20261122.',
    code: '883014',
  },
]

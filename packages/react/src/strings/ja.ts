import type { Strings } from './Strings.ts'

const misconfigured =
  'このページの設定に誤りがあります。開発者が修正できます。何も送信されていません。'
const nothingSigned = 'リクエストを閉じました。署名はされていません。'

/** Japanese. */
export const ja: Strings = {
  signIn: 'サインイン',
  connect: 'ウォレットを接続',
  restoring: 'セッションを確認中…',
  connecting: '接続中…',
  confirm: '{wallet}で確認…',
  signingIn: 'サインイン中…',
  nothingSigned,
  notLoaded:
    'このページの一部を読み込めませんでした。もう一度試すか、ページを再読み込みしてください。',
  signedInAs: '{account} としてサインインしました',
  accountMenu: 'アカウント {account}',
  chooseWallet: 'ウォレットを選ぶ',
  walletCount: { other: 'ウォレット {count} 個' },
  recent: '最近使用',
  installed: 'インストール済み',
  close: '閉じる',
  back: '戻る',
  noWallet: 'このブラウザにはまだウォレットがありません',
  noWalletHint:
    'ウォレットは鍵を保管し、代わりに署名するアプリです。追加してからこのページに戻ってください。',
  getWallet: 'ウォレットを探す',
  newToWallets: 'ウォレットは初めてですか？',
  connectTitle: '{wallet}を開く',
  connectHint: 'このサイトがアカウントを見ることを許可してください。',
  scanTitle: 'スマートフォンでスキャン',
  scanHint: 'スマートフォンのウォレットでこのコードをスキャンしてください。',
  copyLink: 'リンクをコピー',
  copied: 'コピーしました',
  readyTitle: '{wallet}に接続しました',
  readyHint:
    'あと一歩です。アカウントがあなたのものと示すため、メッセージに署名してください。費用はかかりません。',
  sign: '{wallet}でサインイン',
  confirmTitle: '{wallet}で確認',
  confirmHint:
    'アカウントがあなたのものと示すため、メッセージに署名してください。費用はかかりません。',
  message: '署名する内容',
  slowHint:
    '何も表示されませんか？{wallet}を直接開いてください。ウィンドウが後ろにあるかもしれません。',
  cancel: 'キャンセル',
  exchangingTitle: 'サインイン中',
  exchangingHint: '署名を確認しています。',
  retryIn: '{time}後に再試行します。',
  failedTitle: 'サインインできませんでした',
  tryAgain: 'もう一度試す',
  anotherWallet: '別のウォレットを使う',
  details: '詳細',
  reference: '参照番号: {id}',
  signedIn: 'サインイン済み',
  renewsItself: '自動で更新',
  renewalLate: 'まだ更新できません。{time}まで有効です。',
  atProvider: '{provider}',
  walletConnected: 'ウォレット接続済み',
  copyAddress: 'アドレスをコピー',
  signOut: 'サインアウト',
  disconnect: '切断',
  errors: {
    'wallet/not-found':
      'このウォレットはこのブラウザにありません。インストールするか、別のものを使ってください。',
    'wallet/not-connected': 'ウォレットが接続されていません。もう一度接続してください。',
    'wallet/not-authorized':
      'ウォレットがこのサイトにアカウントの使用を許可していません。もう一度接続してください。',
    'wallet/request-pending':
      'ウォレットで別のリクエストが開いています。そのウィンドウを探してください。',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      '表示とは別のアカウントが署名しました。ウォレットで正しいアカウントを選び、もう一度試してください。',
    'wallet/account-changed':
      '途中でアカウントが変わりました。新しいアカウントでサインインしてください。',
    'wallet/cannot-sign': 'このウォレットはメッセージに署名できません。別のものを使ってください。',
    'wallet/failed':
      'ウォレットで処理できませんでした。ウォレットを開いて、もう一度試してください。',
    'sign-in/cancelled': 'キャンセルしました。何も送信されていません。',
    'message/invalid': '署名するメッセージが正しくないため、ウォレットには何も求めていません。',
    'provider/signature-refused':
      '署名が受け付けられませんでした。もう一度試すか、別のアカウントを使ってください。',
    'provider/contract-signature':
      'スマートアカウントは使えません。自身の鍵を持つアカウントを使ってください。',
    'provider/message-expired':
      '署名したメッセージが古すぎます。この端末の時計を確かめ、署名し直してください。',
    'provider/refused': 'サービスがサインインを拒否しました。',
    'provider/bad-request':
      'サービスがリクエストを読めませんでした。開発者に知らせる必要があります。',
    'provider/throttled': '短い間に試行が多すぎます。少しお待ちください。',
    'provider/unavailable': 'サービスが混み合っています。',
    'provider/unreadable': 'サービスの応答を読み取れません。後でもう一度試してください。',
    'provider/wrong-subject':
      'サービスが別のアカウントについて応答しました。その応答は破棄しました。',
    'network/failed': 'サービスの応答前にネットワークが切れました。',
    'network/timeout': 'サービスの応答に時間がかかりすぎました。',
    'network/offline': 'オフラインです。復帰すると続行します。',
    'session/signed-out': 'サインアウトしています。もう一度サインインしてください。',
    'session/refresh-refused': 'セッションが終了しました。もう一度サインインしてください。',
    'session/refresh-answer-lost':
      'セッションを更新できませんでした。もう一度サインインしてください。',
    'storage/failed':
      'このブラウザではセッションを保存できません。サイトデータを許可して、もう一度試してください。',
    'request/aborted': 'リクエストを中止しました。',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'このページは古くなっています。読み込み直してください。',
    'internal/unexpected':
      'このページで問題が起きました。あなたの操作が原因ではありません。もう一度試すか、読み込み直してください。',
  },
}

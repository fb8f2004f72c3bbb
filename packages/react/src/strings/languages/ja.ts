import type { Strings } from '../Strings.ts'

const misconfigured =
  'このサイトのサインインは正しく設定されていません。何も送信されていません。サイトのサポートにお知らせください。'
const nothingSigned = 'リクエストがキャンセルされました。署名は行われていません。'

/** Japanese. */
export const ja: Strings = {
  signIn: 'サインイン',
  connect: 'ウォレットを接続',
  connecting: '接続中…',
  confirm: 'ウォレットで確認…',
  signingIn: 'サインイン中…',
  nothingSigned,
  notLoaded:
    'このページの一部を読み込めませんでした。もう一度お試しいただくか、ページを再読み込みしてください。',
  tryAgain: 'もう一度試す',
  signedInAs: '{account} としてサインインしました',
  connectedAs: '{account} として接続しました',
  accountMenu: 'アカウント {account}',
  helpOrCancel: '押すと、ヘルプの表示やキャンセルができます。',
  chooseWallet: 'ウォレットを選択',
  walletCount: { other: 'ウォレット {count} 個' },
  recent: '最近使用',
  installed: 'インストール済み',
  close: '閉じる',
  back: '戻る',
  noWallet: 'このブラウザにウォレットが見つかりません',
  noWalletHint:
    'ウォレットは鍵を保管し、代わりに署名するアプリです。追加してからこのページに戻ってください。',
  getWallet: 'ウォレットを探す',
  newToWallets: 'ウォレットは初めてですか？',
  browserWallet: 'ブラウザのウォレット',
  openWallet: 'ウォレットを開く',
  connectTitle: '{wallet}を開く',
  connectHint: 'このサイトにアカウントの表示を許可してください。',
  scanTitle: 'スマートフォンでスキャン',
  scanHint: 'スマートフォンのウォレットでこのコードをスキャンしてください。',
  scanHelp: 'コードをスキャンできませんか？リンクをコピーして、ウォレットアプリで開いてください。',
  copyLink: 'リンクをコピー',
  copied: 'コピーしました',
  copyFailed:
    'コピーできませんでした。クリップボードへのアクセスを許可して、もう一度お試しください。',
  readyTitle: '{wallet}に接続しました',
  readyHint:
    'あと一歩です。このアカウントの所有者であることを証明するため、メッセージに署名してください。無料で、取引は送信されません。',
  sign: '{wallet}でサインイン',
  confirmTitle: '{wallet}で確認',
  confirmHint:
    'このアカウントの所有者であることを証明するため、メッセージに署名してください。無料で、取引は送信されません。',
  message: '署名するメッセージ',
  slowHint:
    'リクエストが表示されませんか？{wallet}を開いてください。ウィンドウがこの画面の後ろに隠れているかもしれません。',
  slowHintAny:
    'リクエストが表示されませんか？ウォレットを開いてください。ウィンドウがこの画面の後ろに隠れているかもしれません。',
  phoneHelp: 'リクエストが表示されませんか？スマートフォンのウォレットアプリを開いてください。',
  cancel: 'キャンセル',
  exchangingTitle: 'サインイン中',
  exchangingHint: '署名を確認しています。',
  retryIn: '{when}に再試行します。',
  failedTitle: 'サインインできませんでした',
  connectFailedTitle: '接続できませんでした',
  anotherWallet: '別のウォレットを使う',
  details: '詳細',
  reference: '参照番号：{id}',
  signedIn: 'サインイン済み',
  renewsItself: '自動で更新',
  renewalLate: 'まだ更新できません。{time}までサインインは有効です。',
  renewalOverdue: 'まだ更新できません。再試行を続けています。',
  atProvider: '{provider}',
  walletConnected: 'ウォレット接続済み',
  copyAddress: 'アドレスをコピー',
  signOut: 'サインアウト',
  signedOut: 'サインアウトしました。',
  signedOutHere: 'このデバイスでサインアウトしました。',
  signedOutElsewhere: '別のタブでサインアウトしました。',
  accountChanged: 'サインアウトしました。ウォレットのアカウントが切り替わったためです。',
  walletGone: 'サインアウトしました。ウォレットが切断されたためです。',
  disconnect: '切断',
  disconnected: 'ウォレットを切断しました。',
  errors: {
    'wallet/not-found':
      'このウォレットはこのブラウザにインストールされていません。インストールするか、別のものを使ってください。',
    'wallet/not-connected': 'ウォレットが接続されていません。もう一度接続してください。',
    'wallet/not-authorized':
      'ウォレットがこのサイトにアカウントの使用を許可していません。もう一度接続してください。',
    'wallet/request-pending':
      'ウォレットで別のリクエストが開いています。そのウィンドウを探してください。',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      '別のアカウントで署名されました。ウォレットで、ここに表示されているアカウントに切り替えて、もう一度お試しください。',
    'wallet/account-changed':
      'ウォレットのアカウントが切り替わりました。もう一度サインインしてください。',
    'wallet/cannot-sign': 'このウォレットはメッセージに署名できません。別のものを使ってください。',
    'wallet/failed':
      'ウォレットで処理できませんでした。ウォレットを開いて、もう一度お試しください。',
    'sign-in/cancelled': 'キャンセルしました。何も送信されていません。',
    'message/invalid':
      'サインイン用のメッセージが正しくないため、ウォレットには送信していません。サイトのサポートにお知らせください。',
    'provider/signature-refused':
      '署名が受け付けられませんでした。もう一度お試しいただくか、別のアカウントを使ってください。',
    'provider/contract-signature':
      'スマートアカウントには対応していません。通常のアカウントを使ってください。',
    'provider/message-expired':
      '署名したメッセージが古すぎます。この端末の時計を確かめ、署名し直してください。',
    'provider/refused':
      'サービスがサインインを拒否しました。もう一度お試しいただくか、別のアカウントを使ってください。',
    'provider/bad-request':
      'サービスがリクエストを読み取れませんでした。サイトのサポートにお知らせください。',
    'provider/throttled': '試行回数が多すぎます。少しお待ちください。',
    'provider/unavailable': 'サービスが混み合っています。少し待ってからお試しください。',
    'provider/unreadable': 'サービスから予期しない応答がありました。後でもう一度お試しください。',
    'provider/wrong-subject':
      'サービスから別のアカウントの応答が返されたため、破棄しました。もう一度お試しください。',
    'network/failed': '接続が切れました。インターネット接続を確認してください。',
    'network/timeout': 'サービスの応答に時間がかかっています。少し待ってからお試しください。',
    'network/offline': 'オフラインです。オンラインに戻ると続行します。',
    'session/signed-out': 'サインアウトしました。もう一度サインインしてください。',
    'session/refresh-refused': 'セッションが終了しました。もう一度サインインしてください。',
    'session/refresh-answer-lost':
      'セッションを更新できませんでした。もう一度サインインしてください。',
    'storage/failed':
      'このブラウザではセッションを保存できません。サイトデータを許可して、もう一度お試しください。',
    'browser/unsupported':
      'このブラウザーは古すぎます。更新するか、別のブラウザーをお使いください。',
    'request/aborted': 'リクエストを中止しました。もう一度お試しください。',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'このページは古くなっています。再読み込みしてください。',
    'internal/unexpected':
      'このページで問題が起きました。あなたの操作が原因ではありません。もう一度お試しいただくか、再読み込みしてください。',
  },
}

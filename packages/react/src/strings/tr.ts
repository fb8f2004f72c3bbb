import type { Strings } from './Strings.ts'

const misconfigured =
  'Bu sayfa yanlış ayarlanmış. Yapımcıları düzeltebilir; hiçbir şey gönderilmedi.'
const nothingSigned = 'İsteği kapattınız. Hiçbir şey imzalanmadı.'

/** Turkish. */
export const tr: Strings = {
  signIn: 'Giriş yap',
  connect: 'Cüzdan bağla',
  restoring: 'Oturumunuz aranıyor…',
  connecting: 'Bağlanıyor…',
  confirm: '{wallet} içinde onaylayın…',
  signingIn: 'Giriş yapılıyor…',
  nothingSigned,
  notLoaded: 'Bu sayfanın bir bölümü yüklenemedi. Yeniden deneyin veya sayfayı yenileyin.',
  signedInAs: '{account} olarak giriş yapıldı',
  accountMenu: 'Hesap {account}',
  chooseWallet: 'Bir cüzdan seçin',
  walletCount: { one: '{count} cüzdan', other: '{count} cüzdan' },
  recent: 'Son kullanılan',
  installed: 'Yüklü',
  close: 'Kapat',
  back: 'Geri',
  noWallet: 'Bu tarayıcıda henüz cüzdan yok',
  noWalletHint:
    'Cüzdan, anahtarlarınızı saklayan ve sizin için imzalayan bir uygulamadır. Bir tane ekleyip bu sayfaya dönün.',
  getWallet: 'Cüzdan bul',
  newToWallets: 'Cüzdanlarda yeni misiniz?',
  connectTitle: '{wallet} uygulamasını açın',
  connectHint: 'Bu sitenin hesabınızı görmesine izin verin.',
  scanTitle: 'Telefonunuzla tarayın',
  scanHint: 'Telefonunuzda bir cüzdan açıp bu kodu tarayın.',
  copyLink: 'Bağlantıyı kopyala',
  copied: 'Kopyalandı',
  readyTitle: '{wallet} bağlandı',
  readyHint:
    'Bir adım kaldı: hesabın sizin olduğunu göstermek için bir mesaj imzalayın. Ücretsizdir.',
  sign: '{wallet} ile giriş yap',
  confirmTitle: '{wallet} içinde onaylayın',
  confirmHint: 'Hesabın sizin olduğunu göstermek için mesajı imzalayın. Ücretsizdir.',
  message: 'İmzaladığınız metin',
  slowHint:
    'Bir şey görünmüyor mu? {wallet} uygulamasını kendiniz açın. Penceresi bunun arkasında olabilir.',
  cancel: 'İptal',
  exchangingTitle: 'Giriş yapılıyor',
  exchangingHint: 'İmzanız denetleniyor.',
  retryIn: '{time} sonra yeniden denenecek.',
  failedTitle: 'Giriş yapılmadı',
  tryAgain: 'Yeniden dene',
  anotherWallet: 'Başka cüzdan kullan',
  details: 'Ayrıntılar',
  reference: 'Kayıt no: {id}',
  signedIn: 'Giriş yapıldı',
  renewsItself: 'Kendiliğinden yenilenir',
  renewalLate: 'Henüz yenilenemedi. {time} saatine kadar geçerli.',
  atProvider: '{provider} üzerinde',
  walletConnected: 'Cüzdan bağlı',
  copyAddress: 'Adresi kopyala',
  signOut: 'Çıkış yap',
  disconnect: 'Bağlantıyı kes',
  errors: {
    'wallet/not-found': 'Bu cüzdan bu tarayıcıda yok. Yükleyin ya da başkasını kullanın.',
    'wallet/not-connected': 'Cüzdan bağlı değil. Yeniden bağlayın.',
    'wallet/not-authorized':
      'Cüzdan bu sitenin hesabı kullanmasına izin vermiyor. Yeniden bağlayın.',
    'wallet/request-pending': 'Cüzdanda zaten açık bir istek var. Penceresini bulun.',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      'Gösterilenden başka bir hesap imzaladı. Cüzdanınızda doğru hesabı seçip yeniden deneyin.',
    'wallet/account-changed': 'Hesap bu arada değişti. Yenisiyle giriş yapın.',
    'wallet/cannot-sign': 'Bu cüzdan mesaj imzalayamıyor. Başkasını kullanın.',
    'wallet/failed': 'Cüzdan bunu yapamadı. Açıp yeniden deneyin.',
    'sign-in/cancelled': 'İptal edildi. Hiçbir şey gönderilmedi.',
    'message/invalid': 'İmzalanacak mesaj doğru değil, bu yüzden cüzdanınıza bir şey sorulmadı.',
    'provider/signature-refused':
      'İmza kabul edilmedi. Yeniden deneyin ya da başka hesap kullanın.',
    'provider/contract-signature':
      'Akıllı hesaplar burada kabul edilmiyor. Kendi anahtarı olan bir hesap kullanın.',
    'provider/message-expired':
      'İmzalanan mesaj çok eski. Bu aygıtın saatini denetleyip yeniden imzalayın.',
    'provider/refused': 'Hizmet girişi reddetti.',
    'provider/bad-request': 'Hizmet isteği okuyamadı. Yapımcıları bunu bilmeli.',
    'provider/throttled': 'Kısa sürede çok fazla deneme oldu. Biraz bekleyin.',
    'provider/unavailable': 'Hizmet meşgul.',
    'provider/unreadable': 'Hizmet anlaşılmaz bir yanıt verdi. Daha sonra yeniden deneyin.',
    'provider/wrong-subject': 'Hizmet başka bir hesap için yanıt verdi. Yanıt atıldı.',
    'network/failed': 'Hizmet yanıt vermeden ağ koptu.',
    'network/timeout': 'Hizmetin yanıtı çok uzun sürdü.',
    'network/offline': 'Çevrimdışısınız. Döndüğünüzde devam edecek.',
    'session/signed-out': 'Çıkış yaptınız. Yeniden giriş yapın.',
    'session/refresh-refused': 'Oturumunuz sona erdi. Yeniden giriş yapın.',
    'session/refresh-answer-lost': 'Oturumunuz yenilenemedi. Yeniden giriş yapın.',
    'storage/failed':
      'Bu tarayıcı oturumu saklamaya izin vermiyor. Site verilerine izin verip yeniden deneyin.',
    'request/aborted': 'İstek durduruldu.',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'Bu sayfa eski kalmış. Yeniden yükleyin.',
    'internal/unexpected':
      'Bu sayfada bir şey ters gitti. Sizden kaynaklanmıyor. Yeniden deneyin veya sayfayı yeniden yükleyin.',
  },
}

import type { Strings } from '../Strings.ts'

const misconfigured =
  'El inicio de sesión no está bien configurado en este sitio. No se envió nada. Avisa al equipo del sitio.'
const nothingSigned = 'Solicitud cancelada. No se firmó nada.'

/** Spanish, as in Latin America, with "tú". */
export const es: Strings = {
  signIn: 'Iniciar sesión',
  connect: 'Conectar billetera',
  connecting: 'Conectando…',
  confirm: 'Revisa tu billetera…',
  signingIn: 'Iniciando sesión…',
  nothingSigned,
  notLoaded: 'No se cargó una parte de esta página. Vuelve a intentarlo o recarga la página.',
  tryAgain: 'Volver a intentar',
  signedInAs: 'Sesión iniciada como {account}',
  connectedAs: 'Conectado como {account}',
  accountMenu: 'Cuenta {account}',
  helpOrCancel: 'Pulsa para ver ayuda o cancelar.',
  chooseWallet: 'Elige una billetera',
  walletCount: { one: '{count} billetera', other: '{count} billeteras' },
  recent: 'Reciente',
  installed: 'Instalada',
  close: 'Cerrar',
  back: 'Atrás',
  noWallet: 'No se encontró ninguna billetera en este navegador',
  noWalletHint:
    'Una billetera es una aplicación que guarda tus claves y firma por ti. Añade una y vuelve a esta página.',
  getWallet: 'Buscar una billetera',
  newToWallets: '¿Es tu primera billetera?',
  browserWallet: 'Billetera del navegador',
  openWallet: 'Abre tu billetera',
  connectTitle: 'Abre {wallet}',
  connectHint: 'Permite que este sitio vea tu cuenta.',
  scanTitle: 'Escanea con tu teléfono',
  scanHint: 'Abre una billetera en tu teléfono y escanea este código.',
  scanHelp: '¿No puedes escanear el código? Copia el enlace y ábrelo en tu billetera.',
  copyLink: 'Copiar enlace',
  copied: 'Copiado',
  copyFailed: 'No se pudo copiar. Permite el acceso al portapapeles y vuelve a intentarlo.',
  readyTitle: '{wallet} está conectada',
  readyHint:
    'Queda un paso: firma un mensaje para demostrar que la cuenta es tuya. Es gratis y no envía ninguna transacción.',
  sign: 'Iniciar sesión con {wallet}',
  confirmTitle: 'Confirma en {wallet}',
  confirmHint:
    'Firma el mensaje para demostrar que la cuenta es tuya. Es gratis y no envía ninguna transacción.',
  message: 'Mensaje para firmar',
  slowHint: '¿No ves la solicitud? Abre {wallet}: su ventana puede estar detrás de esta.',
  slowHintAny: '¿No ves la solicitud? Abre tu billetera: su ventana puede estar detrás de esta.',
  phoneHelp: '¿No ves la solicitud? Abre la billetera en tu teléfono.',
  cancel: 'Cancelar',
  exchangingTitle: 'Iniciando sesión',
  exchangingHint: 'Se está comprobando tu firma.',
  retryIn: 'Nuevo intento {when}.',
  failedTitle: 'No se pudo iniciar sesión',
  connectFailedTitle: 'No se pudo conectar',
  anotherWallet: 'Usar otra billetera',
  details: 'Detalles',
  reference: 'Referencia: {id}',
  signedIn: 'Sesión iniciada',
  renewsItself: 'Se renueva automáticamente',
  renewalLate: 'Aún no se pudo renovar. Sesión válida hasta: {time}.',
  renewalOverdue: 'Aún no se pudo renovar. Seguimos intentándolo.',
  atProvider: 'en {provider}',
  walletConnected: 'Billetera conectada',
  copyAddress: 'Copiar dirección',
  signOut: 'Cerrar sesión',
  signedOut: 'Sesión cerrada.',
  signedOutHere: 'Sesión cerrada en este dispositivo.',
  signedOutElsewhere: 'Cerraste sesión en otra pestaña.',
  accountChanged: 'Se cerró tu sesión: cambió la cuenta de tu billetera.',
  walletGone: 'Se cerró tu sesión: tu billetera se desconectó.',
  disconnect: 'Desconectar',
  disconnected: 'Billetera desconectada.',
  errors: {
    'wallet/not-found': 'Esta billetera no está instalada en este navegador. Instálala o usa otra.',
    'wallet/not-connected': 'La billetera no está conectada. Conéctala de nuevo.',
    'wallet/not-authorized':
      'La billetera no permite a este sitio usar la cuenta. Conéctala de nuevo.',
    'wallet/request-pending': 'La billetera ya tiene una solicitud abierta. Busca su ventana.',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      'Firmaste con una cuenta distinta de la que se muestra. Elígela en tu billetera y vuelve a intentarlo.',
    'wallet/account-changed': 'La cuenta de tu billetera cambió. Inicia sesión de nuevo.',
    'wallet/cannot-sign': 'Esta billetera no puede firmar mensajes. Usa otra.',
    'wallet/failed': 'La billetera no pudo completar la solicitud. Ábrela y vuelve a intentarlo.',
    'sign-in/cancelled': 'Cancelado. No se envió nada.',
    'message/invalid':
      'El mensaje que hay que firmar no es válido, así que no se envió a tu billetera. Avisa al equipo del sitio.',
    'provider/signature-refused':
      'La firma no fue aceptada. Vuelve a intentarlo o usa otra cuenta.',
    'provider/contract-signature':
      'Aquí no se admiten cuentas inteligentes. Usa una cuenta normal.',
    'provider/message-expired':
      'El mensaje firmado es demasiado antiguo. Revisa el reloj de este dispositivo y firma de nuevo.',
    'provider/refused':
      'El servicio rechazó el inicio de sesión. Vuelve a intentarlo o usa otra cuenta.',
    'provider/bad-request': 'El servicio no pudo leer la solicitud. Avisa al equipo del sitio.',
    'provider/throttled': 'Demasiados intentos. Espera un momento.',
    'provider/unavailable': 'El servicio está saturado. Vuelve a intentarlo en un momento.',
    'provider/unreadable':
      'El servicio envió una respuesta inesperada. Vuelve a intentarlo más tarde.',
    'provider/wrong-subject':
      'La respuesta del servicio era de otra cuenta y se descartó. Vuelve a intentarlo.',
    'network/failed': 'Se cortó la conexión. Comprueba tu conexión a internet.',
    'network/timeout': 'El servicio está tardando demasiado. Vuelve a intentarlo en un momento.',
    'network/offline': 'No tienes conexión. Continuará cuando recuperes la conexión.',
    'session/signed-out': 'Tu sesión está cerrada. Inicia sesión de nuevo.',
    'session/refresh-refused': 'Tu sesión ha terminado. Inicia sesión de nuevo.',
    'session/refresh-answer-lost': 'No se pudo renovar tu sesión. Inicia sesión de nuevo.',
    'storage/failed':
      'Este navegador no permite guardar la sesión. Permite los datos del sitio y vuelve a intentarlo.',
    'browser/unsupported': 'Este navegador es demasiado antiguo. Actualízalo o usa otro.',
    'request/aborted': 'La solicitud se detuvo. Vuelve a intentarlo.',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'Esta página está desactualizada. Recárgala.',
    'internal/unexpected':
      'Algo falló en esta página. No es culpa tuya. Vuelve a intentarlo o recarga la página.',
  },
}

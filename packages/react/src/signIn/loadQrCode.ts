/** Loads what draws QR codes. */
export const loadQrCode = () => import('./drawQrCode.ts')

/** A call with a token, as an application writes it whose library has no `fetch`: one refresh after a refusal, then once more. */
export async function callWith(
  url: string,
  token: () => Promise<string>,
  refresh: () => Promise<string>,
): Promise<number> {
  const send = async (bearer: string) =>
    (await fetch(url, { headers: { authorization: `Bearer ${bearer}` } })).status
  const status = await send(await token())
  return status === 401 ? send(await refresh()) : status
}

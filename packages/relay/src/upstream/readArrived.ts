/**
 * Lets input that has already arrived be read. After a freeze, overdue timers fire before the sockets are polled, and would
 * treat a response as late although it is there.
 */
export async function readArrived(): Promise<void> {
  // A response takes several turns of the event loop: its head, its body, and its parsing.
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
}

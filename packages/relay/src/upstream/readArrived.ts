/**
 * Lets input that has already arrived be read. After a freeze, timers that are overdue go off before the sockets are looked
 * at, and would decide that an answer is late although it is there.
 */
export async function readArrived(): Promise<void> {
  // An answer takes more than one turn of the event loop: its head, its body, and what is made of them.
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
}

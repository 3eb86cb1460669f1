/** <forget-device> stands on the page that says “everything is deleted”: as soon as it is there, this browser forgets too.
 *  Out: a bubbling `forget-device:done` event. */

import { forgetEverything } from "./offline.ts";

export class ForgetDevice extends HTMLElement {
  connectedCallback(): void {
    void forgetEverything().then(() => this.dispatchEvent(new CustomEvent("forget-device:done", { bubbles: true })));
  }
}

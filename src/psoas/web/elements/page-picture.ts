/** Brings <share-picture> to its page. */
import { SharePicture } from "./picture/share-picture.ts";

if (!customElements.get("share-picture")) customElements.define("share-picture", SharePicture);

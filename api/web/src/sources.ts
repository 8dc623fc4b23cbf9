/**
 * The pages of sources: sending texts in, following the job that reads them, and judging what was
 * read. Without it all of that are plain forms and links.
 */

import { review } from "./sources/review";
import { follow, upload } from "./sources/upload";

const form = document.querySelector<HTMLFormElement>("form[data-send]");
if (form) upload(form);
if (document.querySelector("[data-job]")) void follow();
if (document.querySelector(".reviewing")) review();

/** Where the data lives, in words: the page is either open on the machine that runs the lab, or it is not. */
const local = ["localhost", "127.0.0.1", "[::1]"].includes(window.location.hostname);

export const place = local ? "this computer" : "this server";
export const Place = local ? "This computer" : "This server";

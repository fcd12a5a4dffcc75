"""Why an address was not opened, and what a reader can do about it."""

from __future__ import annotations

from oit_audit.model import SkipReason
from oit_audit.words import worded

SKIPS = {
    SkipReason.NOT_FOUND: worded("Page not found (404)"),
    SkipReason.GONE: worded("Page removed for good (410)"),
    SkipReason.SOFT_NOT_FOUND: worded("Page opens but says that nothing was found"),
    SkipReason.LOGIN: worded("Asks for a login"),
    SkipReason.FORBIDDEN: worded("Access forbidden (403)"),
    SkipReason.BLOCKED: worded("The website blocks automatic visitors"),
    SkipReason.RATE_LIMITED: worded("The website limits how often it may be asked (429)"),
    SkipReason.SERVER_ERROR: worded("Server error (5xx)"),
    SkipReason.STATUS: worded("Unexpected answer from the server"),
    SkipReason.WRONG_TYPE: worded("A kind of file that is not read: video, sound, a program"),
    SkipReason.DNS: worded("Domain name not found"),
    SkipReason.REFUSED: worded("Connection refused"),
    SkipReason.RESET: worded("Connection cut off"),
    SkipReason.CONNECT_TIMEOUT: worded("No connection to the server in time"),
    SkipReason.TIMEOUT: worded("No answer in time"),
    SkipReason.SLOW: worded("Sent so slowly that it never came whole"),
    SkipReason.NETWORK: worded("Network trouble"),
    SkipReason.TLS: worded("No secure connection (HTTPS)"),
    SkipReason.TLS_EXPIRED: worded("The security certificate (HTTPS) has expired"),
    SkipReason.TLS_WRONG_HOST: worded("The security certificate (HTTPS) belongs to another name"),
    SkipReason.TLS_INCOMPLETE: worded("The security certificate (HTTPS) lacks its issuer's"),
    SkipReason.TLS_UNTRUSTED: worded("The security certificate (HTTPS) has no trusted issuer"),
    SkipReason.TLS_OLD: worded("The server speaks an old HTTPS that browsers no longer accept"),
    SkipReason.TRUNCATED: worded("The answer was incomplete"),
    SkipReason.BAD_ENCODING: worded("Damaged compression; cannot be read"),
    SkipReason.BOMB: worded("The compressed answer grows out of all proportion; not read"),
    SkipReason.TOO_LARGE: worded("File too large"),
    SkipReason.REDIRECT_LOOP: worded("Redirects in a circle"),
    SkipReason.OFF_SITE: worded("Outside the organisation's website"),
    SkipReason.NEEDS_PERMISSION: worded("File at another service, not shared with everybody"),
    SkipReason.FOREIGN_FOLDER: worded("Folder at another service, whose files cannot be read"),
    SkipReason.FOREIGN_ROBOTS: worded("Another service keeps programs out (robots.txt)"),
    SkipReason.FOREIGN_QUOTA: worded(
        "Another service says that too many have opened the file today"
    ),
    SkipReason.FOREIGN_PAGE: worded("Another service showed a page of its own instead of the file"),
    SkipReason.PRIVATE_ADDRESS: worded("Private network address that the public cannot open"),
    SkipReason.PARKED: worded("The domain is vacant or for sale"),
    SkipReason.NEEDS_COOKIES: worded("Does not open without cookies"),
    SkipReason.NEEDS_BROWSER: worded("Empty until JavaScript has run"),
    SkipReason.ROBOTS: worded("Not allowed by robots.txt"),
    SkipReason.TRAP: worded("Endless generated pages, such as a calendar"),
    SkipReason.BUDGET: worded("The limit of pages or time was reached"),
    SkipReason.INTERRUPTED: worded("The visit was stopped early"),
    SkipReason.INVALID_URL: worded("Not a valid web address"),
}

SKIP_ADVICE = {
    SkipReason.NOT_FOUND: worded("Mend the link, or put the page or file back"),
    SkipReason.GONE: worded("Remove the link, or put the page or file back"),
    SkipReason.SOFT_NOT_FOUND: worded("Make the link lead to the page that holds the information"),
    SkipReason.LOGIN: worded("Let the public open it without a login"),
    SkipReason.FORBIDDEN: worded("Give everybody the right to read the page or file"),
    SkipReason.BLOCKED: worded("Ask the keeper of the site to let oit-audit pass"),
    SkipReason.RATE_LIMITED: worded("Scan again more slowly, for example with --delay 5"),
    SkipReason.SERVER_ERROR: worded("Tell the keeper of the site, then scan again"),
    SkipReason.STATUS: worded("Ask the keeper of the site to look at this address"),
    SkipReason.WRONG_TYPE: worded("If it is evidence, publish it as a page or as a PDF with text"),
    SkipReason.DNS: worded("Check the spelling of the link, and that the name is still paid for"),
    SkipReason.REFUSED: worded("Tell the keeper of the server, then scan again"),
    SkipReason.RESET: worded("Scan again; if it stays, tell the keeper of the server"),
    SkipReason.CONNECT_TIMEOUT: worded("Check the server and its firewall, then scan again"),
    SkipReason.TIMEOUT: worded("Scan again when the website is quicker"),
    SkipReason.SLOW: worded("Make the file smaller, or tell the keeper of the server"),
    SkipReason.NETWORK: worded("Check your own connection, then scan again"),
    SkipReason.TLS: worded("Ask the keeper of the server to check its HTTPS settings"),
    SkipReason.TLS_EXPIRED: worded("Renew the certificate"),
    SkipReason.TLS_WRONG_HOST: worded("Get a certificate for the name of this website"),
    SkipReason.TLS_INCOMPLETE: worded("Install the intermediate certificate as well"),
    SkipReason.TLS_UNTRUSTED: worded(
        "Use a certificate of a trusted issuer, such as Let’s Encrypt"
    ),
    SkipReason.TLS_OLD: worded("Switch TLS 1.2 or newer on"),
    SkipReason.TRUNCATED: worded("Scan again; if it stays, upload the file again"),
    SkipReason.BAD_ENCODING: worded("Ask the keeper of the server to check its compression (gzip)"),
    SkipReason.BOMB: worded("See that the file or the website was not tampered with"),
    SkipReason.TOO_LARGE: worded("Split the file, or make the pictures in it smaller"),
    SkipReason.REDIRECT_LOOP: worded("Mend the redirect of this address"),
    SkipReason.OFF_SITE: worded(
        "If it is evidence, publish it on the organisation's website as well"
    ),
    SkipReason.NEEDS_PERMISSION: worded(
        "Share it with “Anyone with the link” (Viewer), or better, put it on the own website"
    ),
    SkipReason.FOREIGN_FOLDER: worded("Link each file, or put the files on the own website"),
    SkipReason.FOREIGN_ROBOTS: worded("Put the file on the own website"),
    SkipReason.FOREIGN_QUOTA: worded("Scan again tomorrow, or put the file on the own website"),
    SkipReason.FOREIGN_PAGE: worded("Open the link yourself, or put the file on the own website"),
    SkipReason.PRIVATE_ADDRESS: worded("Make the link a public address"),
    SkipReason.PARKED: worded("Mend the link, or renew the domain"),
    SkipReason.NEEDS_COOKIES: worded("Let the page open without cookies"),
    SkipReason.NEEDS_BROWSER: worded(
        "Let oit-audit use a browser (see oit-audit doctor), or show the content without JavaScript"
    ),
    SkipReason.ROBOTS: worded(
        "Open the page in robots.txt; on a website of your own: --ignore-robots --i-own-this-site"
    ),
    SkipReason.TRAP: worded("Nothing, unless these pages hold evidence"),
    SkipReason.BUDGET: worded(
        "Scan again with a larger --max-pages, -documents, -bytes or -seconds"
    ),
    SkipReason.INTERRUPTED: worded("Go on with --save DIR --resume"),
    SkipReason.INVALID_URL: worded("Mend the link"),
}

package org.offprint.page;

import java.util.List;

/** What stands at an address that leads nowhere. */
record NotFoundPage(Frame frame, List<PageLinks.Link> sections) {}

/**
 * The WebSub hub of the own feeds, pings to other hubs, and webhooks: who is subscribed, what is due, and what is sent. Knows no
 * database, no server and no newsletter: these stand behind its ports {@link org.offprint.push.PushStore} and {@link
 * org.offprint.push.Topics}.
 */
@NullMarked
package org.offprint.push;

import org.jspecify.annotations.NullMarked;

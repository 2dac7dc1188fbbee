/** What a taken-over process would try: for the tests of those who start such processes. */
@NullMarked
package dev.pagewright.fence.testing;

import org.jspecify.annotations.NullMarked;

/** Sample pages for the tests of every module; exported as the module's test-jar. */
@NullMarked
package dev.pagewright.document.testing;

import org.jspecify.annotations.NullMarked;

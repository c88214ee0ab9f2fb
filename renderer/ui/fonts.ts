// For a PC without Chinese fonts: open fonts cut into slices by character range, of which only those are fetched that
// hold a character on the screen. A whole font of 10 MB would hold up the first screen.
import '@fontsource-variable/noto-sans-sc/wght.css';
import '@fontsource-variable/noto-serif-sc/wght.css';

// Returns what is hard to read inside `root`: a line for each text that is too pale on what lies behind it, and
// for each element whose content is wider than itself without a way to scroll. Throws on a colour that is not
// in the notation rgb(…) instead of guessing it.
root => {
    const LEAST_CONTRAST = 4.5; // WCAG 2.2, success criterion 1.4.3

    const parsed = colour => {
        const match = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(colour);
        if (!match) throw new Error(`cannot read the colour ${colour}`);
        return [1, 2, 3, 4].map(place => Number(match[place] ?? 1));
    };
    const over = (above, below) => [0, 1, 2].map(i => above[i] * above[3] + below[i] * (1 - above[3])).concat(1);
    const behind = element => {
        if (!element) return [255, 255, 255, 1];
        const own = parsed(getComputedStyle(element).backgroundColor);
        return own[3] === 1 ? own : over(own, behind(element.parentElement));
    };
    const luminance = colour => {
        const linear = colour.slice(0, 3).map(value => {
            const share = value / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    };
    const contrast = element => {
        const ground = behind(element);
        const ink = over(parsed(getComputedStyle(element).color), ground);
        const [pale, deep] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
        return (pale + 0.05) / (deep + 0.05);
    };
    const named = element => `<${element.localName}> ${JSON.stringify(element.textContent.trim().slice(0, 60))}`;

    const complaints = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
        const found = contrast(element);
        if (found < LEAST_CONTRAST) complaints.push(`contrast ${found.toFixed(2)}: ${named(element)}`);
    }
    for (const element of [root, ...root.querySelectorAll('*')]) {
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
        if (scrolls || !element.clientWidth || element.closest('mjx-container')) continue;
        if (element.scrollWidth > element.clientWidth)
            complaints.push(`${element.scrollWidth} px in ${element.clientWidth}: ${named(element)}`);
    }
    return complaints;
}

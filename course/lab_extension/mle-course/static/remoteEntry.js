// "My progress" in JupyterLab's launcher and command palette: a tab with the server's progress page.
//
// JupyterLab loads prebuilt extensions as containers of shared modules, `{ init, get }`. This one needs no build:
// it takes the few classes that it uses from what JupyterLab shares. The page itself holds no script; clicks on
// its notebooks are answered here, so that they open beside it, as does the notebook that a button for a review
// makes. So are clicks on links to `#mle-course:progress`
// anywhere, as on the welcome page: JupyterLab would ask before a document's button runs a command.
(() => {
  const PAGE = 'mle-course/progress';
  const COMMAND = 'mle-course:progress';
  const SANDBOX = ['allow-same-origin', 'allow-forms', 'allow-downloads', 'allow-modals', 'allow-popups'];
  const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
    <g class="jp-icon3" fill="#616161"><path d="M3 21V15h4v6zM10 21V10h4v11zM17 21V3h4v18z"/></g></svg>`;
  let shared = {};

  const load = async name => {
    const versions = Object.values(shared[name]);
    const factory = await (versions.find(each => each.loaded) ?? versions[0]).get();
    return factory();
  };

  async function extension() {
    const names = ['launcher', 'apputils', 'application', 'coreutils', 'ui-components'];
    const [launcher, apputils, application, coreutils, ui] = await Promise.all(
      names.map(name => load(`@jupyterlab/${name}`))
    );
    const icon = new ui.LabIcon({ name: 'mle-course:progress', svgstr: ICON });
    const plugin = {
      id: 'mle-course:progress',
      description: 'Opens the progress page.',
      autoStart: true,
      optional: [
        launcher.ILauncher,
        apputils.ICommandPalette,
        apputils.IThemeManager,
        application.ILayoutRestorer
      ],
      activate: (app, menu, palette, themes, restorer) =>
        activate(app, apputils, coreutils, { icon, menu, palette, themes, restorer })
    };
    return { __esModule: true, default: plugin };
  }

  function activate(app, apputils, coreutils, { icon, menu, palette, themes, restorer }) {
    const { IFrame, MainAreaWidget, WidgetTracker } = apputils;
    const { PageConfig, URLExt } = coreutils;
    const tracker = new WidgetTracker({ namespace: 'mle-course' });
    const isDark = () => Boolean(themes?.theme) && !themes.isLight(themes.theme);
    const address = () => `${URLExt.join(PageConfig.getBaseUrl(), PAGE)}?theme=${isDark() ? 'dark' : 'light'}`;
    let open = null;

    const tab = () => {
      const content = new IFrame({ sandbox: SANDBOX });
      content.url = address();
      content.title.label = 'My progress';
      content.title.icon = icon;
      const frame = content.node.querySelector('iframe');
      frame.title = 'My progress';
      frame.addEventListener('load', () => {
        frame.contentDocument?.addEventListener('click', followNotebook);
        frame.contentDocument?.addEventListener('submit', openReview);
      });
      const widget = new MainAreaWidget({ content });
      widget.id = 'mle-course-progress';
      widget.title.closable = true;
      return widget;
    };

    const followNotebook = event => {
      const link = event.target.closest('a[href*="/lab/tree/"]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const path = decodeURIComponent(link.pathname.split('/lab/tree/')[1]);
      void openAt(path, decodeURIComponent(link.hash).replace('#heading=', ''));
    };

    const openReview = async event => {
      const form = event.target;
      if (form.target !== '_top') return;
      event.preventDefault();
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', body });
      const [, path] = new URL(answer.url).pathname.split('/lab/tree/');
      if (path) {
        await openAt(decodeURIComponent(path), '');
      } else {
        form.target = '_self'; // ask again, where the page's answer can be read
        form.submit();
      }
    };

    const headingOf = cell => cell.sharedModel.getSource().split('\n')[0].replace(/^#+ /, '').replaceAll(' ', '-');

    const openAt = async (path, heading) => {
      const panel = await app.commands.execute('docmanager:open', { path });
      await panel?.context.ready;
      await panel?.revealed;
      const cells = [...(panel?.content.model?.cells ?? [])];
      const index = cells.findIndex(cell => cell.type === 'markdown' && headingOf(cell) === heading);
      if (index < 0) return;
      panel.content.activeCellIndex = index;
      await panel.content.scrollToItem(index, 'start');
    };

    app.commands.addCommand(COMMAND, {
      label: 'My progress',
      caption: 'Levels, skills, reviews and the next step',
      icon,
      describedBy: { args: { type: 'object', properties: {} } },
      execute: async () => {
        if (!open || open.isDisposed) {
          open = tab();
          await tracker.add(open);
          app.shell.add(open, 'main');
        } else {
          open.content.url = address();
        }
        app.shell.activateById(open.id);
      }
    });
    document.addEventListener('click', event => {
      if (!event.target.closest?.(`a[href="#${COMMAND}"]`)) return;
      event.preventDefault();
      void app.commands.execute(COMMAND);
    });
    menu?.add({ command: COMMAND, category: 'Course', rank: 0 });
    palette?.addItem({ command: COMMAND, category: 'Course' });
    themes?.themeChanged.connect(() => {
      if (open && !open.isDisposed) open.content.url = address();
    });
    if (restorer) void restorer.restore(tracker, { command: COMMAND, name: () => 'progress' });
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB['mle-course'] = {
    init: scope => { shared = scope; },
    get: async name => {
      if (name !== './extension') throw new Error(`mle-course has no module ${name}`);
      const module = await extension();
      return () => module;
    }
  };
})();

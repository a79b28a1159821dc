using Microsoft.Playwright;

namespace MonitoringDemo.EndToEnd.Tests.Pages;

/// <summary>What people see and hear of a page, held against where it has to come from.</summary>
internal static class VisibleText
{
    private const string Walk =
        """
        const seen = element => element.checkVisibility({ visibilityProperty: true });
        const foreign = element => element.closest('[lang]:not(html), noscript, script, style');
        const texts = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (node.data.trim() && seen(node.parentElement)) texts.push({ text: node.data.trim(), at: node.parentElement });
        """;

    /// <summary>Every text, name and tip in words that no file of texts has marked with ⟦, and that is no sentence of the fleet.</summary>
    public static Task<string[]> UnmarkedAsync(IPage page) => page.EvaluateAsync<string[]>(
        $$"""
        () => {
          {{Walk}}
          for (const at of document.querySelectorAll('[aria-label], [title], [placeholder]'))
            for (const name of ['aria-label', 'title', 'placeholder'])
              if (at.getAttribute(name) && seen(at)) texts.push({ text: at.getAttribute(name), at });
          texts.push({ text: document.title.replace('K.R.A.P. Records', ''), at: document.documentElement });
          return texts.filter(({ text, at }) => /\p{L}/u.test(text.replace('K.R.A.P. Records', '')) && !text.includes('⟦') && !(at !== document.documentElement && foreign(at))).map(({ text }) => text);
        }
        """);

    /// <summary>Every text with a digit that no button beside it explains. Names of controls are no figures.</summary>
    public static Task<string[]> UnexplainedAsync(IPage page) => page.EvaluateAsync<string[]>(
        $$"""
        () => {
          {{Walk}}
          const own = '[data-why], .numbers .number, .with-why, .expected, .songs, .world, .card, .accept-list li, [data-waiting], .now p, .bars li';
          const whole = ['why.chart', 'why.trials', 'why.feed', 'why.drift'];
          const explained = at => at.closest(own)
            ? at.closest(own).matches('[data-why]') || at.closest(own).querySelector('[data-why]')
            : [...at.closest('.panel')?.querySelectorAll('[data-why]') ?? []].some(button => whole.includes(button.dataset.why) && seen(button));
          return texts.filter(({ text, at }) => /\d/.test(text) && !at.closest('button:not([data-why]), label, summary, select, .scenario-buttons') && !explained(at)).map(({ text, at }) => `${text} in ${at.outerHTML.slice(0, 80)}`);
        }
        """);
}

using System.Diagnostics;
using System.Reflection;

namespace MonitoringDemo.Demo.Labs;

/// <summary>An exception that came out of a participant's code, told in a sentence instead of a stack of ours.</summary>
internal static class ThrownByParticipant
{
    /// <summary>The step that a check names then; <c>lab.json</c> has its hints.</summary>
    public const string Step = "throws";

    /// <summary>Says what threw, and where.</summary>
    /// <param name="exception">What reached the check.</param>
    /// <param name="work">The participant's folder, in which the assembly lies.</param>
    /// <returns>Null when no code of the participant was under way: then it is a fault of the check.</returns>
    public static string? Tell(Exception exception, string work)
    {
        foreach (var each in Chain(exception))
        {
            var frame = new StackTrace(each, fNeedFileInfo: true).GetFrames().FirstOrDefault(frame => IsIn(frame.GetMethod()?.DeclaringType?.Assembly, work));
            if (frame is null) continue;
            var place = frame.GetFileName() is { } file ? FormattableString.Invariant($"{Path.GetFileName(file)}, line {frame.GetFileLineNumber()}") : $"{frame.GetMethod()!.DeclaringType!.Name}";
            return $"{place}: {each.GetType().Name}, \"{each.Message.ReplaceLineEndings(" ").Trim()}\"";
        }

        return null;
    }

    private static bool IsIn(Assembly? assembly, string work) =>
        assembly is { IsDynamic: false, Location.Length: > 0 } && Path.GetFullPath(assembly.Location).StartsWith(Path.GetFullPath(work) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The innermost first: what wraps it says less.
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        var inner = exception is AggregateException many ? many.InnerExceptions.SelectMany(Chain) : exception.InnerException is { } one ? Chain(one) : [];
        return inner.Append(exception);
    }
}

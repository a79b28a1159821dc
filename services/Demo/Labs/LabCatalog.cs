using System.Globalization;
using MonitoringDemo.Demo.Labs.Alerts;
using MonitoringDemo.Demo.Labs.Endpoint;
using MonitoringDemo.Demo.Labs.OwnStream;
using MonitoringDemo.Demo.Labs.Replicas;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Every lab there is.</summary>
internal static class LabCatalog
{
    public static IReadOnlyList<ILab> All { get; } = [new FirstDrift(), new ReadTheEvidence(), new RightResponse(), new LateLabels(), new OwnDetector(), new SliceRegression(), new SafeRelease(), new AlertAndPanel(), new WhoTampered(), new ScaleOut(), new BringYourStream(), new OwnService(), new WatchEndpoint()];

    /// <summary>The lab that somebody typed: <c>1</c>, <c>01</c> or the name of its folder.</summary>
    /// <exception cref="UnusableInputException">There is none.</exception>
    public static ILab Find(string typed)
    {
        var digits = typed.Split('-')[0];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && All.FirstOrDefault(lab => lab.Number == number) is { } lab
            ? lab
            : throw new UnusableInputException($"No lab '{typed}'; there are {string.Join(", ", All.Select(each => each.Number.ToString("00", CultureInfo.InvariantCulture)))}. 'lab list' says what they are about.");
    }
}

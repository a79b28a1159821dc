namespace MonitoringDemo.Traffic.Live;

/// <summary>Consecutive songs and the consecutive prediction ids they got. The two differ once somebody else asks for predictions too.</summary>
/// <param name="Row">The first song.</param>
/// <param name="Id">The number in its prediction id.</param>
/// <param name="Count">How many.</param>
internal sealed record AcknowledgedRows(long Row, long Id, int Count)
{
    public long End => Row + Count;
}

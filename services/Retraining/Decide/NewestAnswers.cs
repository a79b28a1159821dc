namespace MonitoringDemo.Retraining.Decide;

/// <summary>Right and wrong of the newest thousand answers.</summary>
internal sealed class NewestAnswers
{
    private const int Capacity = 1_000;
    private const int Newest = 200;
    private readonly bool[] _right = new bool[Capacity];
    private long _seen;

    public int Count => (int)Math.Min(_seen, Capacity);

    public double Accuracy => ShareOf(Count);

    /// <summary>On the newest two hundred, or what there is.</summary>
    public double NewestAccuracy => ShareOf(Math.Min(Count, Newest));

    public void Add(bool right) => _right[_seen++ % Capacity] = right;

    private double ShareOf(int newest)
    {
        var right = 0;
        for (var i = 1; i <= newest; i++) right += _right[(_seen - i) % Capacity] ? 1 : 0;
        return (double)right / Math.Max(1, newest);
    }
}

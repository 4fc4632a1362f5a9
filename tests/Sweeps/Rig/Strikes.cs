using FollowUp.Simulation.Worlds;
using FollowUp.TableService;
using Fault = FollowUp.TableService.Fault;

namespace FollowUp.Sweeps.Rig;

/// <summary>What goes wrong on the wire, and what was seen on it.</summary>
public sealed partial class Stage
{
    private readonly Lock counting = new();
    private readonly List<Struck> struck = [];
    private readonly List<string> startFailures = [];
    private readonly List<string> requests = [];
    private IReadOnlyList<Strike>? expected;
    private int calls;

    /// <summary>How many requests there were since strikes were expected.</summary>
    public int Calls => calls;

    /// <summary>Those requests in words; only of a run that nothing befalls.</summary>
    public IReadOnlyList<string> Requests => requests;

    public IReadOnlyList<Struck> Struck => struck;

    private void Expect(IReadOnlyList<Strike> strikes)
    {
        lock (counting)
        {
            expected = strikes;
        }
    }

    /// <summary>From here on nothing is counted any more, and nothing befalls anything.</summary>
    private void Spare()
    {
        lock (counting)
        {
            expected = null;
        }
    }

    /// <summary>The client library would wait in real time before it asks again; sent-twice shows what its asking again does.</summary>
    private Wire NewWire() => new(new FaultyWire(Tables, late) { IsTriedAgain = false, Policy = Judge });

    private Fault Judge(WireRequest request)
    {
        lock (counting)
        {
            if (expected is null)
            {
                return Fault.None;
            }

            calls++;
            if (expected.Count == 0)
            {
                requests.Add(request.ToString());
            }

            if (expected.FirstOrDefault(strike => strike.Call == calls) is not { } strike)
            {
                return Fault.None;
            }

            struck.Add(new(strike, request.ToString()));
            restlessUntil = Now + Restless;
            return strike.Mode.Fault;
        }
    }
}

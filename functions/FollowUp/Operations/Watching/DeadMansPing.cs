using Microsoft.Extensions.Logging;

namespace FollowUp.Operations.Watching;

/// <summary>
/// Tells somebody outside that all is well. Only they can tell that nothing says so any more: the process, the machine or the network may
/// be what has gone. A ping that fails is told in the log, and the next one comes with the next minute.
/// </summary>
public sealed partial class DeadMansPing : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Uri? address;
    private readonly ILogger<DeadMansPing> log;
    private readonly HttpClient http;

    public DeadMansPing(PingSettings settings, ILogger<DeadMansPing> log)
    {
        (address, this.log) = (settings.Address, log);

        // The address says where to, and no answer leads elsewhere.
        SocketsHttpHandler direct =
            new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        http = new(direct) { Timeout = Patience };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("FollowUp");
    }

    /// <summary>Nothing where nobody waits for it; ends within ten seconds.</summary>
    public async Task Send(CancellationToken cancel)
    {
        if (address is null)
        {
            return;
        }

        try
        {
            using HttpResponseMessage answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                NotTaken(log, address.Authority, $"it answered {(int)answer.StatusCode}");
            }
        }
        catch (HttpRequestException failure)
        {
            // Not the exception: what it says may have the address in it.
            NotTaken(log, address.Authority, failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            NotTaken(log, address.Authority, $"it did not answer in {Patience.TotalSeconds} seconds");
        }
    }

    public void Dispose() => http.Dispose();

    [LoggerMessage(434, LogLevel.Warning, "The ping that all is well was not taken by {Host}: {Why}")]
    private static partial void NotTaken(ILogger log, string host, string why);
}

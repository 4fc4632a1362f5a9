using System.Net;
using Azure.Core.Pipeline;
using FollowUp.Access;
using FollowUp.Delivery;
using FollowUp.Delivery.Languages;
using FollowUp.Delivery.Webhooks;
using FollowUp.Http;
using FollowUp.Operations;
using FollowUp.Operations.Bulk;
using FollowUp.Operations.Changes;
using FollowUp.Operations.Erasures;
using FollowUp.Operations.Lists;
using FollowUp.Operations.Sheets;
using FollowUp.Operations.Successions;
using FollowUp.Operations.Watching;
using FollowUp.Orchestrations;
using FollowUp.Printing;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp;

/// <summary>What the functions are made of.</summary>
public static class FollowUpServices
{
    /// <summary>Nothing here replaces what was registered before: tests bring their clock and their transport first.</summary>
    public static IServiceCollection AddFollowUp(this IServiceCollection services, IConfiguration settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new TableClients(settings, provider.GetService<HttpPipelineTransport>()));
        services.TryAddSingleton(AccessSettings.Read(settings));
        services.TryAddSingleton(CallLimitSettings.Read(settings));
        services.TryAddSingleton(MailSettings.Read(settings));
        services.TryAddSingleton(MailSettings.CreateChannel(settings));
        services.TryAddSingleton(LinkSettings.Read(settings));
        services.TryAddSingleton(EvidenceSettings.Read(settings));
        services.TryAddSingleton(PingSettings.Read(settings));
        services.TryAddSingleton(WebhookSettings.Read(settings));
        services.TryAddSingleton<ResolveHost>(Dns.GetHostAddressesAsync);
        services.TryAddSingleton<IFileStore>(provider =>
            BlobFileStore.Open(settings) ?? (IFileStore)new TableFileStore(provider.GetRequiredService<TableClients>()));
        return services
            .AddSingleton<StoreReadiness>()
            .AddHostedService(provider => provider.GetRequiredService<StoreReadiness>())
            .AddSingleton<AgreementCache>()
            .AddSingleton<AgreementWriter>()
            .AddSingleton<AgreementStore>()
            .AddSingleton<AgreementQueries>()
            .AddSingleton<ReferenceStore>()
            .AddSingleton<PeopleCache>()
            .AddSingleton<TimetableInputsLoader>()
            .AddSingleton<DueIndex>()
            .AddSingleton<AgreementIndex>()
            .AddSingleton<ItemCatalogue>()
            .AddSingleton<ItemLists>()
            .AddSingleton<AffectedItems>()
            .AddSingleton<Listing>()
            .AddSingleton<Outbox>()
            .AddSingleton<LegacyOutbox>()
            .AddSingleton<AgreementRegistration>()
            .AddSingleton<ItemProposal>()
            .AddSingleton<ItemAddition>()
            .AddSingleton<DueItems>()
            .AddSingleton<ItemChanger>()
            .AddSingleton<OccurrenceOpener>()
            .AddSingleton<ItemAdvancer>()
            .AddSingleton<LetterStarter>()
            .AddSingleton<UnmarkedLetters>()
            .AddSingleton<LetterSender>()
            .AddSingleton<EndedInstances>()
            .AddSingleton<HypotheticalDataReader>()
            .AddSingleton<TimetableForecast>()
            .AddSingleton<ProofLoader>()
            .AddSingleton<ToldInquiry>()
            .AddSingleton<Rebaser>()
            .AddSingleton<AgreementAmender>()
            .AddSingleton<ItemWordingRules>()
            .AddSingleton<IndexRepair>()
            .AddSingleton<DeliveryRecorder>()
            .AddSingleton<LetterPacker>()
            .AddSingleton<MailConnections>()
            .AddSingleton<PersonUpdater>()
            .AddSingleton<ReferenceResolver>()
            // Asked for here, so that a language that lacks a word keeps the app from starting.
            .AddSingleton(LetterLanguages.OfBuild)
            .AddSingleton<LetterTemplates>()
            .AddSingleton<AnswerLinks>()
            .AddSingleton<AnswerDesk>()
            .AddSingleton<EvidenceDesk>()
            .AddSingleton<MeetingReports>()
            .AddSingleton<ReportPrinter>()
            .AddSingleton<ReportAnswers>()
            .AddSingleton<RhythmDesk>()
            .AddSingleton<FeedStore>()
            .AddSingleton<FeedWriter>()
            .AddSingleton<ChangeLogStore>()
            .AddSingleton<ChangeSequencer>()
            .AddSingleton<ChangeFeed>()
            .AddSingleton<WebhookStore>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<TeamsCard>()
            .AddSingleton<WebhookPosts>()
            .AddSingleton<WebhookDelivery>()
            .AddSingleton<WebhookDesk>()
            .AddSingleton<FeedDesk>()
            .AddSingleton<IHttpContextFactory, FeedAddresses>()
            .AddSingleton<RegisterResolver>()
            .AddSingleton<LetterRenderer>()
            .AddSingleton<MailHealthStore>()
            .AddSingleton<MailHealth>()
            .AddSingleton<FullItemStore>()
            .AddSingleton<FullItems>()
            .AddSingleton<PulseStore>()
            .AddSingleton<WaitingLetters>()
            .AddSingleton<EngineWatch>()
            .AddSingleton<VitalSigns>()
            .AddSingleton<DeadMansPing>()
            .AddSingleton<AlarmWatch>()
            .AddSingleton<RegisterImport>()
            .AddSingleton<ImportPlanner>()
            .AddSingleton<ImportCommitter>()
            .AddSingleton<ItemClocks>()
            .AddSingleton<BulkPlanner>()
            .AddSingleton<BulkCommitter>()
            .AddSingleton<SuccessionStore>()
            .AddSingleton<SuccessionPlanner>()
            .AddSingleton<SuccessionSteps>()
            .AddSingleton<SuccessionDesk>()
            .AddSingleton<ErasureDesk>()
            .AddSingleton<ActorResolver>()
            .AddSingleton<ItemAnswers>()
            .AddSingleton<PeopleDirectory>()
            .AddSingleton<AccessScreen>()
            .AddSingleton<CallLimits>()
            .AddSingleton<IStartupFilter, SecurityHeaders>()
            .AddSingleton<AccessGate>()
            .AddSingleton<ActingPerson>()
            .AddSingleton<Visibility>()
            .AddSingleton<OfferedVerbs>()
            .AddSingleton<ItemVerb>();
    }
}

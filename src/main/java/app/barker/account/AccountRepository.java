package app.barker.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByUsername(String username);

    boolean existsByUsername(String username);

    /** Shared with other writers of the same author on PostgreSQL; H2 has no FOR SHARE and takes it alone. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockForWriting(long id);

    /** Alone: two who share the lock above and then both change the row would wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockForChanging(long id);
}
